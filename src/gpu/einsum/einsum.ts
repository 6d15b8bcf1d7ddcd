import type { Scope } from '../../world/scope.ts';
import type { Backend, ComputeBuffer, Recording } from '../backend.ts';
import type { Elements, Kernel } from '../kernel.ts';
export interface Einsum {
  operands: readonly ComputeBuffer[];
  contract: Recording;
  fetch: Recording;
  result: Elements;
  shape: readonly number[];
  kernels: readonly Kernel[];
}
export async function createEinsum(
  _c: Backend,
  _s: Scope,
  _e: string,
  _sh: readonly (readonly number[])[],
): Promise<Einsum> {
  throw new Error('stub');
}
