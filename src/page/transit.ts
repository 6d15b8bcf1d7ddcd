import { type HeldPicture, holdPicture } from '../view/held-picture.ts';
import type { MovingPoints, SceneView } from '../view/scene-view.ts';
import type { Stage } from '../view/stage.ts';
import type { View } from '../view/view.ts';

/** How long a picture takes to become the next one. */
export const transitMs = 600;

/**
 * The way from one state to the next, as motion: points that are there before and after move from where
 * they stood, and whatever else there is fades into what comes.
 */
export interface Transit {
  /**
   * Holds the picture of now, whatever happens below it.
   *
   * @returns lets it move on to what is there by then; does nothing where another way has begun
   */
  begin(): () => void;
  /** How much of the way is behind, from 0 to 1; 1 where there is none. */
  readonly part: number;
  advance(ms: number): void;
  /** Shows at once what is there. */
  end(): void;
}

export interface TransitParts {
  readonly stage: Stage;
  /** The view of the world that is there; null between two. */
  view(): Pick<SceneView, 'moving'> | null;
  /** Who wishes for less motion sees the next picture at once. */
  reducesMotion(): boolean;
}

/** What was seen when it began. */
interface Before {
  readonly picture: HeldPicture | null;
  readonly places: Float32Array | null;
  readonly view: View;
}

export function createTransit({ stage, view, reducesMotion }: TransitParts): Transit {
  let before: Before | null = null;
  let moving: MovingPoints | null = null;
  /** What has passed of the way; null while the picture is held. */
  let passedMs: number | null = null;

  function end(): void {
    before?.picture?.remove();
    moving?.arrive(1);
    before = moving = passedMs = null;
  }

  function moveOn(): void {
    if (!before) return;
    passedMs = 0;
    const next = view()?.moving;
    if (!next || !before.places || !next.begin(before.places)) return;
    moving = next;
    before.picture?.remove();
    stage.camera.glideFrom(before.view, transitMs);
  }

  const partNow = () => (before ? Math.min(1, (passedMs ?? 0) / transitMs) : 1);

  return {
    get part() {
      return partNow();
    },
    begin() {
      end();
      const now = view();
      if (reducesMotion() || !now) return () => undefined;
      const picture = holdPicture(stage);
      const mine = { picture, places: now.moving?.places() ?? null, view: stage.camera.place };
      before = mine;
      return () => {
        if (before === mine) moveOn();
      };
    },
    advance(ms) {
      if (!before || passedMs === null) return;
      passedMs += ms;
      const part = partNow();
      const eased = part * part * (3 - 2 * part);
      if (part === 1) end();
      else if (moving) moving.arrive(eased);
      else before.picture?.fade(1 - eased);
    },
    end,
  };
}
