import { runAtOnce } from '../../../base/run-at-once.ts';
import type { Scope } from '../../../base/scope.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { createMatmul } from '../../../gpu/matmul/matmul.ts';
import { type KernelName, namedKernel } from '../../../gpu/matmul/named-kernel.ts';
import type { ProductKernel } from '../../../gpu/matmul/product-kernel.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import type { Engine } from '../../../systems/matmul/engine.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { openEinsumEngine } from './einsum-product.ts';
import { findExceptionalLines, mendExceptionalCells } from './exceptional-values.ts';
import { scriptMethods } from './script-methods.ts';

export interface EngineOptions {
  /** How many terms of each sum a step of einsum takes. */
  readonly termsAtOnce: number;
  /** What gpu-best takes. */
  readonly kernelName: KernelName;
}

/** Makes what computes a product step by step. */
export async function openEngine(
  method: MatmulMethod,
  compute: Backend,
  scope: Scope,
  product: Product,
  { termsAtOnce, kernelName }: EngineOptions,
): Promise<Engine & { readonly kernel: ProductKernel | null; readonly wgsl: string | null }> {
  const multiply = scriptMethods[method];
  if (multiply) {
    return {
      kernel: null,
      wgsl: null,
      record: () => null,
      add: (part) => multiply(product, part),
      restart: () => undefined,
    };
  }
  if (method === 'einsum') {
    return { kernel: null, ...(await openEinsumEngine(compute, scope, product, termsAtOnce)) };
  }
  const kernel = await kernelOf(method, compute, product, kernelName);
  await compute.compile(kernel.kernel);
  const matmul = createMatmul(compute, scope, product);
  matmul.upload(product.a, product.b);
  const exceptional = runAtOnce(findExceptionalLines(product));
  return {
    kernel,
    wgsl: kernel.kernel.wgsl,
    record: (part) => [matmul.multiply(kernel, part), matmul.fetch],
    add({ terms: [, end] }) {
      matmul.collect(product.c);
      runAtOnce(mendExceptionalCells(product, exceptional, end));
    },
    restart: () => matmul.resume(product.c),
  };
}

/** The kernel of a method; which one is best is measured, once for shapes of its kind, or chosen. */
export function kernelOf(
  method: MatmulMethod,
  compute: Backend,
  product: Product,
  best: KernelName,
): Promise<ProductKernel> {
  if (method === 'gpu-naive') return namedKernel('naive', compute, product);
  if (method === 'gpu-tiled') return namedKernel('tiled', compute, product);
  return namedKernel(best, compute, product);
}
