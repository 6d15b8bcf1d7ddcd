import type { Expression } from '../../maths/expression/expression.ts';
import { makeTape } from '../../maths/expression/tape.ts';
import { keptKernel } from '../kept-kernel.ts';
import type { Kernel } from '../kernel.ts';

/**
 * The kernel that was made for this function before, or a new one. Not by its WGSL: numbers that are
 * one in f32 are two on the CPU.
 *
 * @param use what it is for; the same function has several kernels
 */
export const functionKernel = (use: string, expression: Expression, make: () => Kernel): Kernel =>
  keptKernel(`${use} ${JSON.stringify(makeTape([expression]))}`, make);
