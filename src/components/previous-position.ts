import { structOfArrays } from './struct-of-arrays.ts';

export type PreviousPosition = ReturnType<typeof createPreviousPosition>;

/** Where a point was before the last step, in the world's units. */
export const createPreviousPosition = (capacity: number) =>
  structOfArrays(capacity, { x: Float64Array, y: Float64Array });
