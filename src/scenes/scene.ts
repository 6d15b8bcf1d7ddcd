import type { Backend } from '../gpu/backend.ts';
import type { Description, Look } from '../world/description.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Schedule, World } from '../world/world.ts';

/** A world of whatever scene. */
export type SceneWorld = World<ParameterValues<ParameterTable>>;

/** A number of a running world that the panel shows. */
export interface Monitor<D extends Description> {
  readonly label: string;
  readonly help: string;
  read(description: D): number;
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

/** One folder under `scenes/`: what the page and the headless run alike need of it. */
export interface Scene<
  T extends ParameterTable = ParameterTable,
  W extends World<ParameterValues<T>> = World<ParameterValues<T>>,
  D extends Description = Description,
> {
  /** As in the URL and on the command line. */
  readonly name: string;
  readonly title: string;
  readonly parameters: T;
  readonly schedule: Schedule<W>;
  /** The phases of a step, in order; the last one is the motion. At least one. */
  readonly phases: readonly Phase[];
  readonly monitors: readonly Monitor<D>[];
  /** Makes the scene's world, at step 0. */
  enter(values: ParameterValues<T>, compute: Backend): Promise<W>;
  /** What a step with these values would take here, or null before anything was measured. */
  cost?(values: ParameterValues<T>, compute: Backend): StepCost | null;
  /** The row to look at when phases are shown and none was picked. */
  defaultFocus?(world: W): number | null;
  /** Says what the world shows now; pure, and asked once for all that speak of it. */
  describe(world: W, look: Look): D;
}
