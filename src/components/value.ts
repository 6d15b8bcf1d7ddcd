import { component } from './component.ts';

/** The number that an entity holds; of a cell that covers several, their mean. */
export const Value = component({ value: Float64Array });
