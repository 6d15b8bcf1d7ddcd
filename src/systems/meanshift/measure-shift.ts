import { pointShift } from './point-shift.ts';
import type { MeanShiftWorld } from './world.ts';

/** Measures how far the points moved in this step, and keeps what it was taken with. */
export function measureShift(world: MeanShiftWorld): void {
  // A step that is taken again replaces its shift only now: until then the one before is shown.
  world.shifts.length = Math.min(world.shifts.length, Math.max(0, world.step - 1));
  const { bandwidth, kernel, batch } = world.resolved;
  world.shifts.push({ ...pointShift(world), takenWith: { bandwidth, kernel, batch } });
}
