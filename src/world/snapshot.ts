import type { Elements } from '../gpu/kernel.ts';
import { judge } from './judge.ts';
import type { Memory, Schedule, World } from './world.ts';

/** A world's state after a tick: enough to go on from there with the same result. */
export interface Snapshot<M extends Memory = Memory> {
  readonly mirrored: readonly Elements[];
  readonly memory: M | null;
  /** What it holds in memory. */
  readonly bytes: number;
}

/** Remembers the world as its last tick left it. */
export function capture<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
): Snapshot<M> {
  const mirrored = world.mirrors.map((mirror) => mirror.capture());
  const memory = schedule.remember?.(world) ?? null;
  const bytes = mirrored.reduce((sum, it) => sum + it.byteLength, memory?.bytes ?? 0);
  return { mirrored, memory, bytes };
}

/** Takes the world back to what was captured, but for `step` and `values`. */
export function restore<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  { mirrored, memory }: Snapshot<M>,
): void {
  for (const [i, mirror] of world.mirrors.entries()) mirror.restore(mirrored[i]);
  if (memory) schedule.recall?.(world, memory);
  for (const system of schedule.derive ?? []) system(world);
  judge(world, schedule);
}
