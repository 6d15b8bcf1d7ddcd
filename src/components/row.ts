import { structOfArrays } from './struct-of-arrays.ts';

export type Row = ReturnType<typeof createRow>;

/** A point's row in its data and in the compute buffers; a query's order is not creation order. */
export const createRow = (capacity: number) => structOfArrays(capacity, { index: Uint32Array });
