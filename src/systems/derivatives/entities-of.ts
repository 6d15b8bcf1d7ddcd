import { query } from 'bitecs';
import type { DerivativesWorld } from './world.ts';

/** The samples along the curve, from the left to the right: none is ever taken away. */
export const samplesOf = (world: DerivativesWorld): ArrayLike<number> & Iterable<number> =>
  query(world, [world.components.Curve, world.components.Row]);

/** The points that roll downhill, in the order of their rows. */
export const rollersOf = (world: DerivativesWorld): ArrayLike<number> & Iterable<number> =>
  query(world, [world.components.PreviousPosition, world.components.Row]);
