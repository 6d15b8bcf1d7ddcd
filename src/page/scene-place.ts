import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { Description } from '../world/description.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { World } from '../world/world.ts';
import { type Entered, enterScene, type PlaceParts } from './enter-scene.ts';

/** Where worlds come and go: one at a time, in the order in which they were asked for. */
export interface ScenePlace<W extends World, D extends Description> {
  /** The world that is there, or the last one that was. */
  readonly now: Entered<W, D>;
  /** Between two worlds there is no picture to draw. */
  readonly isEmpty: boolean;
  /** The scene is being entered again, or is about to be: the world is none of the values. */
  readonly isEntering: boolean;
  /** Enters the scene again with the values of then; turning a knob quickly never overlaps two worlds. */
  enterAgain(): void;
  /** Resolves when nothing is under way: no tick, no replay, no entering. */
  settled(): Promise<void>;
  /** Ends the world, and enters none again. */
  leave(): Promise<void>;
}

export async function createScenePlace<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(parts: PlaceParts<T, W, D>): Promise<ScenePlace<W, D>> {
  const { values } = parts;
  let pace = { speed: parts.speed, byPhase: parts.byPhase };

  let now = await enterScene(parts, pace, parts.past);
  let isEmpty = false;
  /** What the world was entered with last. */
  let entered = values.former;
  let entering: Promise<void> = Promise.resolve();
  let asked = 0;
  let underWay = 0;

  /** Ends the world, once nothing is under way in it any more. */
  async function empty(): Promise<void> {
    if (isEmpty) return;
    now.player.pause();
    now.player.cancel();
    await now.player.settled();
    isEmpty = true;
    now.view.dispose();
    now.world.scope.end();
  }

  async function enterAsWanted(): Promise<void> {
    const wanted = values.former;
    now = await enterScene(parts, pace);
    entered = wanted;
    values.confirm();
  }

  async function replace(): Promise<void> {
    const { playing, speed, byPhase } = now.player;
    pace = { speed, byPhase };
    await empty();
    parts.entering(true);
    parts.replaced();
    try {
      await enterAsWanted();
    } catch (error) {
      if (error instanceof DeviceLostError) throw error;
      // Not every valid value can be had here: 6e12 points take more memory than there is.
      values.putBackResets(entered);
      await enterAsWanted().catch(async (again: unknown) => {
        if (again instanceof DeviceLostError) throw again;
        values.putBack(entered);
        now = await enterScene(parts, pace);
      });
      parts.failed(error);
    }
    isEmpty = false;
    if (playing) now.player.play();
    else parts.opens();
    parts.changed();
  }

  return {
    get now() {
      return now;
    },
    get isEmpty() {
      return isEmpty;
    },
    get isEntering() {
      return underWay > 0;
    },
    enterAgain() {
      const mine = ++asked;
      underWay += 1;
      entering = entering
        .then(() => (mine === asked ? replace() : undefined))
        .catch(parts.failed)
        .finally(() => {
          underWay -= 1;
          parts.entering(false);
        });
    },
    async settled() {
      await entering;
      await now.player.settled();
    },
    async leave() {
      asked += 1;
      await entering;
      await empty();
    },
  };
}
