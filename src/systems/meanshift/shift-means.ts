import type { MeanShiftWorld } from './world.ts';

/** Moves every point to the weighted mean of the points around it, batch after batch. */
export function shiftMeans(world: MeanShiftWorld): void {
  const { bandwidth, kernel, batch } = world.resolved;
  world.work.push(world.meanShift.shift({ weightKernel: kernel, bandwidth, batch }));
}
