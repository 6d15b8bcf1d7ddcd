import { structOfArrays } from './struct-of-arrays.ts';

export type Influence = ReturnType<typeof createInfluence>;

/** What a point is to the one that is looked at: its distance (world units) and its weight (0 to 1). */
export const createInfluence = (capacity: number) =>
  structOfArrays(capacity, { distance: Float64Array, weight: Float64Array });
