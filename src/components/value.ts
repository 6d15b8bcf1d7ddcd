import { structOfArrays } from './struct-of-arrays.ts';

export type Value = ReturnType<typeof createValue>;

/** The number that an entity holds; of a cell that covers several, their mean. */
export const createValue = (capacity: number) => structOfArrays(capacity, { value: Float64Array });
