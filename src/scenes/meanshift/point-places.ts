import { query } from 'bitecs';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';

/** Where each row's point is, read from the components whenever it is asked. */
export interface PointPlaces {
  readonly count: number;
  x(row: number): number;
  y(row: number): number;
  previousX(row: number): number;
  previousY(row: number): number;
  /** The cluster that the point was drawn from. */
  source(row: number): number;
}

export function createPointPlaces(world: MeanShiftWorld): PointPlaces {
  const { Position, PreviousPosition, Row, Source } = world.components;
  const { count } = world.meanShift;
  const entity = new Uint32Array(count);
  for (const point of query(world, [Position, Row])) entity[Row.index[point]] = point;
  return {
    count,
    x: (row) => Position.x[entity[row]],
    y: (row) => Position.y[entity[row]],
    previousX: (row) => PreviousPosition.x[entity[row]],
    previousY: (row) => PreviousPosition.y[entity[row]],
    source: (row) => Source.cluster[entity[row]],
  };
}

/** A place between the step before and the last one. */
export function placeAt(places: PointPlaces, row: number, progress: number) {
  const before = { x: places.previousX(row), y: places.previousY(row) };
  return {
    x: before.x + (places.x(row) - before.x) * progress,
    y: before.y + (places.y(row) - before.y) * progress,
  };
}

/** The row of the nearest point within `reach` of a place, or null; a look at all of 100,000 is quick. */
export function nearestRow(
  places: PointPlaces,
  x: number,
  y: number,
  reach: number,
): number | null {
  let nearest: number | null = null;
  let least = reach * reach;
  for (let row = 0; row < places.count; row++) {
    const dx = places.x(row) - x;
    const dy = places.y(row) - y;
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    nearest = row;
  }
  return nearest;
}
