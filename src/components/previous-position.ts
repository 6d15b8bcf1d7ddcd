import { component } from './component.ts';

/** Where a point was before the last step, in the world's units. */
export const PreviousPosition = component({ x: Float64Array, y: Float64Array });
