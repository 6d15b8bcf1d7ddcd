import { query } from 'bitecs';
import type { MeanShiftWorld } from './world.ts';

/** Writes the positions that came back into the components. */
export function writePositions(world: MeanShiftWorld): void {
  const { Position, PreviousPosition, Row } = world.components;
  const { fetched, count } = world.meanShift;
  for (const point of query(world, [Position, PreviousPosition, Row])) {
    const row = Row.index[point];
    PreviousPosition.x[point] = Position.x[point];
    PreviousPosition.y[point] = Position.y[point];
    Position.x[point] = fetched[row];
    Position.y[point] = fetched[count + row];
  }
}
