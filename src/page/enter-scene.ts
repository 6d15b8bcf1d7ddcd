import type { Backend } from '../gpu/backend.ts';
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

/** Enters the scene with the values of now, at some pace. */
export async function enterScene<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(
  parts: PlaceParts<T, W, D>,
  pace: Pick<Player, 'speed' | 'byPhase'>,
  past?: Past<W['values']>,
): Promise<Entered<W, D>> {
  const { scene, page, compute, stage, values } = parts;
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
