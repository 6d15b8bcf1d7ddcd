import type { MeanShiftWorld } from './world.ts';

/** Asks for the positions back, in the same submit that moves them. */
export function fetchPositions(world: MeanShiftWorld): void {
  world.work.push(world.meanShift.fetch);
}
