import type { Expression } from '../../maths/expression/expression.ts';
import { makeTape } from '../../maths/expression/tape.ts';
import type { Kernel } from '../kernel.ts';

/** Backends keep their pipelines by the kernel, and a person types one function after another. */
const mostKept = 64;
const kept = new Map<string, Kernel>();

/**
 * The kernel that was made for this function before, or a new one. Not by its WGSL: numbers that are
 * one in f32 are two on the CPU.
 *
 * @param use what it is for; the same function has several kernels
 */
export function keptKernel(use: string, expression: Expression, make: () => Kernel): Kernel {
  const key = `${use} ${JSON.stringify(makeTape([expression]))}`;
  const kernel = kept.get(key) ?? make();
  // Used again, it is the youngest.
  kept.delete(key);
  kept.set(key, kernel);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return kernel;
}
