import { component } from './component.ts';

/** Where an entity is, in the world's units (data units less the frame's origin). f64, since the CPU
 * backend computes in f64; what comes from WebGPU has f32's precision. */
export const Position = component({ x: Float64Array, y: Float64Array });
