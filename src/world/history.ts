import { tick } from './tick.ts';
import type { Schedule, Snapshot, World } from './world.ts';

/** What a history knows, to be handed to the history of another world of the same scene and values. */
export interface Past<V = unknown, S extends Snapshot = Snapshot> {
  readonly stride: number;
  readonly furthest: number;
  readonly snapshots: ReadonlyMap<number, S>;
  readonly takenWith: ReadonlyMap<number, V>;
}

/** Where a world has been, so that time can run both ways. */
export interface History<V = unknown, S extends Snapshot = Snapshot> {
  readonly past: Past<V, S>;
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

export interface HistoryOptions<V = unknown, S extends Snapshot = Snapshot> {
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
  readonly past?: Past<V, S>;
}

export function createHistory<W extends World, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  { budget = 128e6, changesResult = () => true, past }: HistoryOptions<W['values'], S> = {},
): History<W['values'], S> {
  type Values = W['values'];
  let stride = past?.stride ?? 1;
  let bytes = 0;
  const snapshots = new Map<number, S>();
  const takenWith = new Map<number, Values>(past?.takenWith);
  let furthest = past?.furthest ?? world.step;

  function keep(step: number, snapshot: S): void {
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

  keep(world.step, schedule.capture(world));
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
      if (step % stride === 0) keep(step, schedule.capture(world));
    },
    async goTo(target, onReplay, signal) {
      const nearest = Math.max(...[...snapshots.keys()].filter((step) => step <= target));
      const snapshot = snapshots.get(nearest);
      if (!snapshot) throw new Error(`step ${target} lies outside the history`);
      // What is restored may depend on the step that it is restored at.
      world.step = nearest;
      schedule.restore(world, snapshot);
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
