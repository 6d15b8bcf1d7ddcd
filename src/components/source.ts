import { structOfArrays } from './struct-of-arrays.ts';

export type Source = ReturnType<typeof createSource>;

/** The cluster that a point was drawn from, or that a true centroid is the centre of. */
export const createSource = (capacity: number) =>
  structOfArrays(capacity, { cluster: Uint32Array });
