import { component } from './component.ts';

/** Where an entity ends up after its position, in the world's units. */
export const Destination = component({ x: Float64Array, y: Float64Array });
