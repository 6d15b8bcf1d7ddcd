import type { Looking } from './looking.ts';
import type { Memory, Schedule, World } from './world.ts';

/** Works out what a step does with what is looked at, for its phases to be shown. */
export function lookAt<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  looking: Looking,
): void {
  for (const inspect of schedule.inspect ?? []) inspect(world, looking);
}
