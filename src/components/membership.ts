import { structOfArrays } from './struct-of-arrays.ts';

export type Membership = ReturnType<typeof createMembership>;

/** The cluster that mean shift has found for a point, numbered by size, largest first. */
export const createMembership = (capacity: number) =>
  structOfArrays(capacity, { cluster: Uint32Array });
