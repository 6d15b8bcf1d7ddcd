import { query } from 'bitecs';
import type { MeanShiftWorld, Shift } from './world.ts';

/**
 * How far the points moved in the last step.
 *
 * @param scale what a world unit is along each axis, in the units of the answer
 */
export function pointShift(world: MeanShiftWorld, scale = { x: 1, y: 1 }): Shift {
  const { Position, PreviousPosition, Row } = world.components;
  const points = query(world, [Position, PreviousPosition, Row]);
  let sum = 0;
  let max = 0;
  for (const point of points) {
    const distance = Math.hypot(
      (Position.x[point] - PreviousPosition.x[point]) * scale.x,
      (Position.y[point] - PreviousPosition.y[point]) * scale.y,
    );
    sum += distance;
    max = Math.max(max, distance);
  }
  return { mean: sum / points.length, max };
}
