import { query } from 'bitecs';
import type { MeanShiftWorld } from './world.ts';

/** Measures how far the points moved in this step. */
export function measureShift(world: MeanShiftWorld): void {
  const { Position, PreviousPosition, Row } = world.components;
  const points = query(world, [Position, PreviousPosition, Row]);
  let sum = 0;
  let max = 0;
  for (const point of points) {
    const distance = Math.hypot(
      Position.x[point] - PreviousPosition.x[point],
      Position.y[point] - PreviousPosition.y[point],
    );
    sum += distance;
    max = Math.max(max, distance);
  }
  // A step that is taken again replaces its shift only now: until then the one before is shown.
  world.shifts.length = Math.min(world.shifts.length, Math.max(0, world.step - 1));
  world.shifts.push({ mean: sum / points.length, max });
}
