import type { Player } from '../world/player.ts';

/** How long a scene rests before it plays by itself: a picture and a sentence are taken in meanwhile. */
export const openingMs = 2000;

/** A scene that was entered stands at step 0 for a while, and then plays by itself. */
export interface Opening {
  readonly isUnderWay: boolean;
  /** How much of the wait is over, eased, from 0 to 1. */
  readonly passed: number;
  begin(): void;
  /** Real time passes in which the picture is seen. */
  advance(ms: number): void;
  /** Leaves it at rest: somebody has pressed something, or the state was set otherwise. */
  end(): void;
}

export interface OpeningParts {
  /** Of the world that is there. */
  player(): Pick<Player, 'playing' | 'play'>;
  /** How many steps the world that is there has taken. */
  step(): number;
  /** Told when it begins and when it ends. */
  changed(): void;
}

export function createOpening({ player, step, changed }: OpeningParts): Opening {
  /** What has passed of it; null where it is not under way. */
  let passedMs: number | null = null;

  function become(next: number | null): void {
    const isOther = (passedMs === null) !== (next === null);
    passedMs = next;
    if (isOther) changed();
  }

  return {
    get isUnderWay() {
      return passedMs !== null;
    },
    get passed() {
      const part = (passedMs ?? 0) / openingMs;
      return part * part * (3 - 2 * part);
    },
    begin: () => become(0),
    advance(ms) {
      if (passedMs === null) return;
      // Moved by something that is no press: another page's script, the console.
      if (player().playing || step() > 0) become(null);
      else if (passedMs + ms < openingMs) passedMs += ms;
      else {
        become(null);
        player().play();
      }
    },
    end: () => become(null),
  };
}
