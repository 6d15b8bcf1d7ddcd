import { component } from './component.ts';

/** The cluster that mean shift has found for a point, numbered by size, largest first. */
export const Membership = component({ cluster: Uint32Array });
