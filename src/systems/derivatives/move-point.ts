import { query } from 'bitecs';
import type { DerivativesWorld } from './world.ts';

/** Moves the point, and the samples, to where the results that have come back were taken. */
export function movePoint(world: DerivativesWorld): void {
  const { before, now, parameters, precision } = world.coming;
  Object.assign(world.before, before);
  Object.assign(world.now, now);
  world.parameters = parameters;
  world.precision = precision;
  const { Position, Slope, Row } = world.components;
  for (const sample of query(world, [Position, Slope, Row])) {
    Position.x[sample] = world.sampleX[Row.index[sample]];
  }
}
