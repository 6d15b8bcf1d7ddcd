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
  /** What the row's point is to the one that is looked at, as `Influence` has it. */
  distance(row: number): number;
  weight(row: number): number;
}

export function createPointPlaces(world: MeanShiftWorld): PointPlaces {
  const { Position, PreviousPosition, Row, Source, Influence } = world.components;
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
    distance: (row) => Influence.distance[entity[row]],
    weight: (row) => Influence.weight[entity[row]],
  };
}

/** Where a point is shown, between the step before (progress 0) and the last one (1). */
export const shownX = (places: PointPlaces, row: number, progress: number) =>
  places.previousX(row) + (places.x(row) - places.previousX(row)) * progress;

export const shownY = (places: PointPlaces, row: number, progress: number) =>
  places.previousY(row) + (places.y(row) - places.previousY(row)) * progress;
