import { giveValues } from './give-values.ts';
import { capture, restore, type Snapshot } from './snapshot.ts';
import { tick } from './tick.ts';
import type { Memory, Schedule, World } from './world.ts';

/** What a history knows, to be handed to the history of another world of the same scene and values. */
export interface Past<V = unknown, M extends Memory = Memory> {
  readonly stride: number;
  readonly furthest: number;
  readonly snapshots: ReadonlyMap<number, Snapshot<M>>;
  readonly takenWith: ReadonlyMap<number, V>;
}

/** Where a world has been, so that time can run both ways. */
export interface History<V = unknown, M extends Memory = Memory> {
  readonly past: Past<V, M>;
  /** Whether a step is there without being replayed. */
  keeps(step: number): boolean;
  /** The furthest step that is remembered. */
  readonly furthest: number;
  /** The values that the tick to a step was taken with. */
  takenWith(step: number): V | undefined;
  /** Whether the tick to a step is remembered, and these values would give the same result. */
  wasTakenWith(step: number, values: V): boolean;
  /** Tells that a tick was taken, or taken again with other values. */
  remember(): void;
  /**
   * Takes the world to a step it has been at: from the nearest snapshot before it, taking the ticks
   * in between again with the values that they were taken with.
   *
   * @param onReplay called with the step reached: that of the snapshot, and after each tick taken again
   * @returns false if `signal` ended it early; the world then stands at the step reached
   */
  goTo(step: number, onReplay?: (step: number) => void, signal?: AbortSignal): Promise<boolean>;
}

export interface HistoryOptions<V = unknown, M extends Memory = Memory> {
  /**
   * Bytes that snapshots may take; when they are spent every other one is dropped, and steps in
   * between are replayed. Replays are deterministic: a step gives the same result again.
   */
  readonly budget?: number;
  /**
   * Whether a value, by its name, has a part in what a step gives; others may change without making
   * what is remembered untrue.
   */
  changesResult?(name: string): boolean;
  /** What is known already, from a world that was entered with the same values. */
  readonly past?: Past<V, M>;
}

export function createHistory<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  { budget = 128e6, changesResult = () => true, past }: HistoryOptions<W['values'], M> = {},
): History<W['values'], M> {
  type Values = W['values'];
  let stride = past?.stride ?? 1;
  let bytes = 0;
  const snapshots = new Map<number, Snapshot<M>>();
  const takenWith = new Map<number, Values>(past?.takenWith);
  let furthest = past?.furthest ?? world.step;

  function keep(step: number, snapshot: Snapshot<M>): void {
    bytes += snapshot.bytes - (snapshots.get(step)?.bytes ?? 0);
    snapshots.set(step, snapshot);
    while (bytes > budget && snapshots.size > 2) thinOut();
  }

  function thinOut(): void {
    stride *= 2;
    for (const step of snapshots.keys()) if (step % stride !== 0) drop(step);
  }

  function drop(step: number): void {
    bytes -= snapshots.get(step)?.bytes ?? 0;
    snapshots.delete(step);
  }

  /** What lay ahead no longer follows from here. */
  function forgetAfter(step: number): void {
    for (const known of snapshots.keys()) if (known > step) drop(known);
    for (const known of takenWith.keys()) if (known > step) takenWith.delete(known);
    furthest = step;
  }

  function giveSameResult(a: Values, b: Values): boolean {
    if (a === b) return true;
    const others = new Map<string, unknown>(Object.entries(b));
    return Object.entries(a).every(([name, value]) => {
      return !changesResult(name) || others.get(name) === value;
    });
  }

  function wasTakenWith(step: number, values: Values): boolean {
    const taken = takenWith.get(step);
    return taken !== undefined && giveSameResult(taken, values);
  }

  keep(world.step, capture(world, schedule));
  for (const [step, snapshot] of past?.snapshots ?? []) keep(step, snapshot);
  return {
    get past() {
      return { stride, furthest, snapshots, takenWith };
    },
    keeps: (step) => snapshots.has(step),
    get furthest() {
      return furthest;
    },
    takenWith: (step) => takenWith.get(step),
    wasTakenWith,
    remember() {
      const { step, values } = world;
      if (step > furthest) furthest = step;
      else if (!wasTakenWith(step, values)) forgetAfter(step);
      takenWith.set(step, values);
      if (step % stride === 0) keep(step, capture(world, schedule));
    },
    async goTo(target, onReplay, signal) {
      const nearest = Math.max(...[...snapshots.keys()].filter((step) => step <= target));
      const snapshot = snapshots.get(nearest);
      if (!snapshot) throw new Error(`step ${target} lies outside the history`);
      // What follows from what is restored depends on the step, and on the values that it was taken with.
      world.step = nearest;
      giveValues(world, takenWith.get(nearest) ?? world.values);
      restore(world, schedule, snapshot);
      onReplay?.(nearest);
      while (world.step < target) {
        if (signal?.aborted || world.scope.ended) return false;
        const values = takenWith.get(world.step + 1);
        if (!values) throw new Error(`step ${world.step + 1} was not remembered`);
        try {
          await tick(world, schedule, values, signal ? { signal } : {});
        } catch (error) {
          if (!signal?.aborted) throw error;
          return false;
        }
        onReplay?.(world.step);
      }
      return true;
    },
  };
}
