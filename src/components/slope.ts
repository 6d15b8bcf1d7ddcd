import { structOfArrays } from './struct-of-arrays.ts';

export type Slope = ReturnType<typeof createSlope>;

/** The derivative at an entity's x, in y a unit of x; NaN where there is none. */
export const createSlope = (capacity: number) => structOfArrays(capacity, { value: Float64Array });
