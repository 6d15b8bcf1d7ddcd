import { query } from 'bitecs';
import type { MeanShiftWorld } from './world.ts';

/** Takes the last step back: points stand where they stood before it, and its shift is forgotten. */
export function restorePrevious(world: MeanShiftWorld): void {
  const { Position, PreviousPosition, Row } = world.components;
  const { restorePrevious, fetched, count } = world.meanShift;
  world.work.push(restorePrevious);
  for (const point of query(world, [Position, PreviousPosition, Row])) {
    Position.x[point] = PreviousPosition.x[point];
    Position.y[point] = PreviousPosition.y[point];
    fetched[Row.index[point]] = PreviousPosition.x[point];
    fetched[count + Row.index[point]] = PreviousPosition.y[point];
  }
  world.shifts.pop();
}
