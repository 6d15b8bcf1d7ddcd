import type { World as EcsWorld } from 'bitecs';
import type { Scope } from '../base/scope.ts';
import type { Backend, Recording } from '../gpu/backend.ts';
import type { Looking } from './looking.ts';
import type { Mirror } from './mirror.ts';
import type { Resolution } from './resolve-values.ts';

/**
 * What every scene's world carries beside its entities. A world is made whole by its scene and
 * ended by its scope; nothing in it outlives the scene.
 */
export interface World<Values extends object = object, Resolved extends object = object>
  extends EcsWorld {
  /** The parameters' values, an immutable record; each tick is given the one that it is taken with. */
  readonly values: Values;
  /** What these values mean, worked out when they are given: systems read this. */
  readonly resolved: Resolved;
  /** @param former what was worked out for the values before */
  resolve(values: Values, former?: Resolution<Values, Resolved>): Resolved;
  readonly compute: Backend;
  readonly scope: Scope;
  /** How many ticks were taken. */
  step: number;
  /** The scene has come to rest: another tick would change nothing worth showing. */
  atRest: boolean;
  /** What the tick under way runs on the backend, in order. */
  readonly work: Recording[];
  /** What ties its components to buffers on the device. */
  readonly mirrors: Mirror[];
}

/** Moves the world by one verb. No wall clock, no `Math.random`, no DOM. */
export type System<W extends World = World> = (world: W) => void;

/** What a world remembers beside what is mirrored: enough to go on from there with the same result. */
export interface Memory {
  /** What it holds in memory. */
  readonly bytes: number;
}

/** A scene's table of contents. */
export interface Schedule<W extends World, M extends Memory = Memory> {
  /** What a tick asks of the backend, in order. */
  readonly compute: readonly System<W>[];
  /** What follows once the results are back and the mirrors hold them, in order. */
  readonly settle: readonly System<W>[];
  /**
   * Brings what is shown to the live values of now without a step, where they change what is seen of
   * the world and not where it goes; without it the last tick is taken again.
   */
  readonly refresh?: {
    readonly compute: readonly System<W>[];
    readonly settle: readonly System<W>[];
  };
  /** What follows from components that were put back: labels, say. */
  readonly derive?: readonly System<W>[];
  /**
   * Judges whether the world is at rest: of what the last tick left, and of the values of now. Follows
   * each tick and refresh, and where a world is put back or given other values; so whichever way a step
   * is come to, what is said of it is the same.
   */
  readonly judge?: readonly System<W>[];
  /** Works out what a step does with what is looked at. */
  readonly inspect?: readonly ((world: W, looking: Looking) => void)[];
  /** Remembers what the last tick left beside what is mirrored, also while the next one was ended. */
  remember?(world: W): M;
  /** Takes the world back to what was remembered, but for `step` and `values`. */
  recall?(world: W, memory: M): void;
}
