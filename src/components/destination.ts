import { structOfArrays } from './struct-of-arrays.ts';

export type Destination = ReturnType<typeof createDestination>;

/** Where an entity ends up after its position, in the world's units. */
export const createDestination = (capacity: number) =>
  structOfArrays(capacity, { x: Float64Array, y: Float64Array });
