import { component } from './component.ts';

/** Marks a sample of the curve; the point that moves along it is none. */
export const Curve = component({});
