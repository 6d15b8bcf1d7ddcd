import type { MeanShiftWorld } from './world.ts';

/** Remembers where the points are before they move. */
export function keepPrevious(world: MeanShiftWorld): void {
  world.work.push(world.meanShift.keepPrevious);
}
