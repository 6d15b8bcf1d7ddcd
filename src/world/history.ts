import { tick } from './tick.ts';
import type { Schedule, Snapshot, World } from './world.ts';

/** What a history knows, to be handed to the history of another world of the same values. */
export interface Past {
  readonly stride: number;
  readonly furthest: number;
  readonly snapshots: ReadonlyMap<number, Snapshot>;
  readonly takenWith: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

/** Where a world has been, so that time can run both ways. */
export interface History {
  readonly past: Past;
  /** Whether a step is there without being replayed. */
  keeps(step: number): boolean;
  /** The furthest step that is remembered. */
  readonly furthest: number;
  /** The values that the tick to a step was taken with, those that change its result. */
  takenWith(step: number): Readonly<Record<string, unknown>> | undefined;
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

/**
 * @param budget bytes that snapshots may take; when they are spent every other one is dropped, and
 *   steps in between are replayed. Replays are deterministic: a step gives the same result again.
 * @param changesResult whether a value, by its name, has a part in what a step gives; others may
 *   change without making what is remembered untrue
 * @param past what is known already, from a world that was entered with the same values
 */
export function createHistory<W extends World<Record<string, unknown>>, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  budget = 128e6,
  changesResult: (name: string) => boolean = () => true,
  past?: Past,
): History {
  let stride = past?.stride ?? 1;
  let bytes = 0;
  const snapshots = new Map<number, S>();
  /** The values that the tick to a step was taken with. */
  const takenWith = new Map<number, Readonly<Record<string, unknown>>>(past?.takenWith);
  let furthest = past?.furthest ?? world.step;

  const valuesOfNow = () =>
    Object.fromEntries(Object.entries(world.values).filter(([name]) => changesResult(name)));

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

  keep(world.step, schedule.capture(world));
  // Of the same scene, so what it captured is what this schedule captures.
  for (const [step, snapshot] of past?.snapshots ?? []) keep(step, snapshot as S);
  return {
    get past() {
      return { stride, furthest, snapshots, takenWith };
    },
    keeps: (step) => snapshots.has(step),
    get furthest() {
      return furthest;
    },
    takenWith: (step) => takenWith.get(step),
    remember() {
      const { step } = world;
      const values = valuesOfNow();
      const before = takenWith.get(step);
      if (step > furthest) furthest = step;
      else if (!before || !sameValues(before, values)) forgetAfter(step);
      if (!before || !sameValues(before, values)) {
        const last = takenWith.get(step - 1);
        takenWith.set(step, last && sameValues(last, values) ? last : values);
      }
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
      const now = world.values;
      try {
        while (world.step < target) {
          if (signal?.aborted || world.scope.ended) return false;
          world.values = { ...now, ...takenWith.get(world.step + 1) };
          await tick(world, schedule, signal ? { signal } : {});
          onReplay?.(world.step);
        }
      } catch (error) {
        if (!signal?.aborted) throw error;
        return false;
      } finally {
        world.values = now;
      }
      return true;
    },
  };
}

type Taken = Readonly<Record<string, unknown>>;

function sameValues(a: Taken, b: Taken): boolean {
  return Object.keys(b).every((name) => a[name] === b[name]);
}
