import type { Backend } from '../gpu/backend.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { SceneDefinition } from '../scenes/scene.ts';
import type { ScenePage } from '../scenes/scene-page.ts';
import type { SceneView, Shown } from '../view/scene-view.ts';
import type { Stage } from '../view/stage.ts';
import type { Description } from '../world/description.ts';
import { createHistory, type History, type Past } from '../world/history.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import { createPlayer, type Player } from '../world/player.ts';
import type { World } from '../world/world.ts';
import type { Values, ValuesOwner } from './values-owner.ts';

/** A world that was entered, with what is around it; all of it is made anew with the next. */
export interface Entered<W extends World, D extends Description> {
  readonly world: W;
  readonly view: SceneView<W, D>;
  readonly history: History<W['values']>;
  readonly player: Player;
  /** The row that is looked at where none was picked. */
  readonly fallback: number | null;
}

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

export interface PlaceParts<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
> {
  readonly scene: SceneDefinition<T, W, D>;
  readonly page: ScenePage<W, D>;
  readonly compute: Backend;
  readonly stage: Stage;
  readonly values: ValuesOwner<ParameterValues<T>>;
  readonly speed: number;
  readonly byPhase: boolean;
  readonly past: Past<W['values']> | undefined;
  /** Told when a scene was entered again that does not go on playing: it opens anew. */
  opens(): void;
  /** What is shown now of a player's world. */
  shown(player: Player): Shown;
  setValues(values: Values): void;
  /** Told when the scene is being entered again, and when it is there. */
  entering(isUnderWay: boolean): void;
  /** Told when another world takes the place: what was known of the one before is no longer true. */
  replaced(): void;
  changed(): void;
  failed(error: unknown): void;
}

export async function createScenePlace<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(parts: PlaceParts<T, W, D>): Promise<ScenePlace<W, D>> {
  const { scene, page, compute, stage, values } = parts;
  let pace = { speed: parts.speed, byPhase: parts.byPhase };

  async function enter(past?: Past<W['values']>): Promise<Entered<W, D>> {
    const world = await scene.enter(values.now, compute);
    const view = page.openView(world, stage, {
      setValue: (name, value) => parts.setValues({ [name]: value }),
    });
    const table: ParameterTable = scene.parameters;
    const changesResult = (name: string) => table[name].effect !== 'view';
    const history = createHistory(world, scene.schedule, {
      changesResult,
      ...(past ? { past } : {}),
    });
    const player = createPlayer({
      world,
      schedule: scene.schedule,
      history,
      values: () => values.now,
      phases: scene.phases.length,
      onChange: parts.changed,
      // The view sees every step, so that trails begin where the points did.
      onWalked: () => view.draw({ ...parts.shown(player), progress: 1 }),
      onFailure: parts.failed,
    });
    Object.assign(player, pace);
    stage.camera.frame(view.bounds);
    return { world, view, history, player, fallback: scene.defaultFocus?.(world) ?? null };
  }

  let now = await enter(parts.past);
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
    now = await enter();
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
        now = await enter();
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
