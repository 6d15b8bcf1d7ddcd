import { query } from 'bitecs';
import type { DerivativesWorld } from './world.ts';

/** Where the samples are that are shown, by row; a step under way has placed its own already. */
export function shownSamples(world: DerivativesWorld): Float64Array {
  const { Position, Slope, Row } = world.components;
  const x = new Float64Array(world.sampleX.length);
  for (const sample of query(world, [Position, Slope, Row])) {
    x[Row.index[sample]] = Position.x[sample];
  }
  return x;
}
