import type { MeanShiftWorld } from './world.ts';

/** Forgets how far the points moved in the last step, which is taken back. */
export function forgetShift(world: MeanShiftWorld): void {
  world.shifts.pop();
}
