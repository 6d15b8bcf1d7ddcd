import { component } from './component.ts';

/** What a point is to the one that is looked at: its distance (world units) and its weight (0 to 1). */
export const Influence = component({ distance: Float64Array, weight: Float64Array });
