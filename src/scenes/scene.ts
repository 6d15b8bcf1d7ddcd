import { inScope, type Scope } from '../base/scope.ts';
import type { Backend } from '../gpu/backend.ts';
import type { Description, Look } from '../world/description.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Schedule, World } from '../world/world.ts';
import type { HeadlessSide } from './headless-side.ts';
import type { ScenePage } from './scene-page.ts';

/** A number of a running world that the panel shows. */
export interface Monitor<D extends Description> {
  readonly label: string;
  readonly help: string;
  readonly read: (description: D) => number;
  /** Drawn against the step instead of written. */
  readonly graph?: boolean;
}

/** A part of a step that can be shown by itself. */
export interface Phase {
  readonly name: string;
  /** What happens in it, in one line. */
  readonly help: string;
}

/** What a step with some values would take. */
export interface StepCost {
  /** What makes it long, in a few words: “100,000 points”. */
  readonly what: string;
  readonly ms: number;
}

/**
 * A scene: one folder under `scenes/`, whose name is the scene's in the address and on the command
 * line. Its parts are typed by each other: a page that does not fit its world is refused.
 */
export interface SceneDefinition<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
> {
  readonly parameters: T;
  readonly schedule: Schedule<W>;
  /** The phases of a step, in order; the last one is the motion. At least one. */
  readonly phases: readonly Phase[];
  readonly monitors: readonly Monitor<D>[];
  /** Makes the scene's world, at step 0. */
  readonly enter: (values: ParameterValues<T>, compute: Backend) => Promise<W>;
  /** What a step with these values would take here, or null before anything was measured. */
  readonly cost?: (values: ParameterValues<T>, compute: Backend) => StepCost | null;
  /** The row to look at when phases are shown and none was picked. */
  readonly defaultFocus?: (world: W) => number | null;
  /** Says what the world shows now; pure, and asked once for all that speak of it. */
  readonly describe: (world: W, look: Look) => D;
  /** What it brings for the page; loaded when the scene is opened there. */
  readonly page: () => Promise<{ readonly page: ScenePage<W, D> }>;
  /** What it brings for the headless run; loaded when it is run there. */
  readonly headless: () => Promise<{ readonly headless: HeadlessSide<T, W> }>;
}

/** A scene as its folder declares it. */
export interface SceneParts<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
> extends Omit<SceneDefinition<T, W, D>, 'enter'> {
  /**
   * Makes the scene's world, at step 0.
   *
   * @param scope ends with the world, and gives back what was made in it if this throws
   */
  readonly enter: (values: ParameterValues<T>, compute: Backend, scope: Scope) => Promise<W>;
}

/** What is done with a scene of whatever types; each part fits the others. */
export type SceneVisitor<R> = <
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(
  scene: SceneDefinition<T, W, D>,
) => R;

/** A scene whose types are its own business; who needs its parts visits it. */
export interface AnyScene {
  readonly parameters: ParameterTable;
  readonly phases: readonly Phase[];
  visit<R>(visitor: SceneVisitor<R>): R;
}

export const defineScene = <
  const T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(
  parts: SceneParts<T, W, D>,
): SceneDefinition<T, W, D> & AnyScene => {
  const scene: SceneDefinition<T, W, D> = {
    ...parts,
    enter: (values, compute) => inScope((scope) => parts.enter(values, compute, scope)),
  };
  return { ...scene, visit: (visitor) => visitor(scene) };
};
