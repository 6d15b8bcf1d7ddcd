import type { World } from 'bitecs';
import { entitiesByRow } from '../components/entities-by-row.ts';
import type { Position } from '../components/position.ts';
import type { Row } from '../components/row.ts';
import type { StructOfArrays } from '../components/struct-of-arrays.ts';

/** Where each row's point is, read from the components whenever it is asked. */
export interface PointPlaces {
  readonly count: number;
  x(row: number): number;
  y(row: number): number;
  previousX(row: number): number;
  previousY(row: number): number;
  /** The row's point, as an entity. */
  entity(row: number): number;
}

type Places = StructOfArrays<typeof Position>;

export interface PointComponents {
  readonly Position: Places;
  /** Where points were before the last step, if they move. */
  readonly PreviousPosition?: Places;
  readonly Row: StructOfArrays<typeof Row>;
}

/** @param others what tells the points from other entities that have a place and a row */
export function createPointPlaces(
  world: World,
  { Position, PreviousPosition = Position, Row }: PointComponents,
  others: readonly object[] = [],
): PointPlaces {
  const entities = entitiesByRow(world, Row, [Position, PreviousPosition, ...others]);
  return {
    count: entities.length,
    x: (row) => Position.x[entities[row]],
    y: (row) => Position.y[entities[row]],
    previousX: (row) => PreviousPosition.x[entities[row]],
    previousY: (row) => PreviousPosition.y[entities[row]],
    entity: (row) => entities[row],
  };
}

/** Where a point is shown, between the step before (progress 0) and the last one (1). */
export const shownPlace = (places: PointPlaces, row: number, progress: number) => ({
  x: shownX(places, row, progress),
  y: shownY(places, row, progress),
});

export const shownX = (places: PointPlaces, row: number, progress: number) =>
  places.previousX(row) + (places.x(row) - places.previousX(row)) * progress;

export const shownY = (places: PointPlaces, row: number, progress: number) =>
  places.previousY(row) + (places.y(row) - places.previousY(row)) * progress;
