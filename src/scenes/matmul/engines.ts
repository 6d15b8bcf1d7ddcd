import type { Backend } from '../../gpu/backend.ts';
import { chooseKernel } from '../../gpu/matmul/choose-kernel.ts';
import { createMatmul } from '../../gpu/matmul/matmul.ts';
import type { ProductKernel } from '../../gpu/matmul/product-kernel.ts';
import { naiveProduct, tiledProduct } from '../../gpu/matmul/product-kernels.ts';
import type { Product } from '../../maths/matmul/product.ts';
import type { Engine } from '../../systems/matmul/engine.ts';
import type { MatmulMethod } from '../../systems/matmul/world.ts';
import type { Scope } from '../../world/scope.ts';
import { openEinsumEngine } from './einsum-product.ts';
import { mendExceptionalCells } from './exceptional-values.ts';
import { scriptMethods } from './script-methods.ts';

/**
 * Makes what computes a product step by step.
 *
 * @param termsAtOnce how many terms of each sum a step of einsum takes
 */
export async function openEngine(
  method: MatmulMethod,
  compute: Backend,
  scope: Scope,
  product: Product,
  termsAtOnce: number,
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
  const kernel = await kernelOf(method, compute, product);
  await compute.compile(kernel.kernel);
  const matmul = createMatmul(compute, scope, product);
  matmul.upload(product.a, product.b);
  return {
    kernel,
    wgsl: kernel.kernel.wgsl,
    record: (part) => [matmul.multiply(kernel, part), matmul.fetch],
    add() {
      matmul.collect(product.c);
      mendExceptionalCells(product);
    },
    restart: () => matmul.resume(product.c),
  };
}

/** The kernel of a method; the best one is measured, once for shapes of its kind. */
export async function kernelOf(
  method: MatmulMethod,
  compute: Backend,
  product: Product,
): Promise<ProductKernel> {
  if (method === 'gpu-naive') return naiveProduct;
  if (method === 'gpu-tiled') return tiledProduct;
  return (await chooseKernel(compute, product)).best;
}
