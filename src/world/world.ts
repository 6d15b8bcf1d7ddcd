import type { World as EcsWorld } from 'bitecs';
import type { Scope } from '../base/scope.ts';
import type { Backend, Recording } from '../gpu/backend.ts';

/**
 * What every scene's world carries beside its entities. A world is made whole by its scene and
 * ended by its scope; nothing in it outlives the scene.
 */
export interface World<Values extends object = object> extends EcsWorld {
  /** The parameters' values, an immutable record; each tick is given the one that it is taken with. */
  readonly values: Values;
  readonly compute: Backend;
  readonly scope: Scope;
  /** How many ticks were taken. */
  step: number;
  /** The scene has come to rest: another tick would change nothing worth showing. */
  atRest: boolean;
  /** What the tick under way runs on the backend, in order. */
  readonly work: Recording[];
}

/** Moves the world by one verb. No wall clock, no `Math.random`, no DOM. */
export type System<W extends World = World> = (world: W) => void;

/** A world's state after a tick: enough to go on from there with the same result. */
export interface Snapshot {
  /** What it holds in memory. */
  readonly bytes: number;
}

/** A scene's table of contents. */
export interface Schedule<W extends World, S extends Snapshot = Snapshot> {
  /** What a tick asks of the backend, in order. */
  readonly compute: readonly System<W>[];
  /** What follows once the backend's results are back, in order. */
  readonly settle: readonly System<W>[];
  /**
   * Brings what is shown to the live values of now without a step, where they change what is seen of
   * the world and not where it goes; without it the last tick is taken again.
   */
  readonly refresh?: {
    readonly compute: readonly System<W>[];
    readonly settle: readonly System<W>[];
  };
  /** Takes the last tick back, so that it can be taken again with other values. */
  readonly undo: readonly System<W>[];
  /** Remembers the world as its last tick left it, also while the next one's work was ended. */
  capture(world: W): S;
  /** Takes the world, whose `step` is the snapshot's already, back to what was captured, but for `values`. */
  restore(world: W, snapshot: S): void;
}
