import { component } from './component.ts';

/** The derivative at an entity's x, in y a unit of x; NaN where there is none. */
export const Slope = component({ value: Float64Array });
