import { component } from './component.ts';

/** The cluster that a point was drawn from, or that a true centroid is the centre of. */
export const Source = component({ cluster: Uint32Array });
