import { createPointPlaces, type PointPlaces } from '../../../points/point-places.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';

/** Where each row's point is, and what it is to the one that is looked at. */
export interface MeanShiftPlaces extends PointPlaces {
  /** The cluster that the point was drawn from. */
  source(row: number): number;
  /** As `Influence` has it. */
  distance(row: number): number;
  weight(row: number): number;
}

export function createMeanShiftPlaces(world: MeanShiftWorld): MeanShiftPlaces {
  const { Source, Influence } = world.components;
  const places = createPointPlaces(world, world.components);
  return {
    ...places,
    source: (row) => Source.cluster[places.entity(row)],
    distance: (row) => Influence.distance[places.entity(row)],
    weight: (row) => Influence.weight[places.entity(row)],
  };
}
