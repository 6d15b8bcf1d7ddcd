import { component } from './component.ts';

/** A point's row in its data and in the compute buffers; a query's order is not creation order. */
export const Row = component({ index: Uint32Array });
