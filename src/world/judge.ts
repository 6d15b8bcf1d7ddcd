import type { Memory, Schedule, World } from './world.ts';

/** Judges whether a world is at rest under the values that it has. */
export function judge<W extends World, M extends Memory>(world: W, schedule: Schedule<W, M>): void {
  for (const system of schedule.judge ?? []) system(world);
}
