import type { Backend } from '../backend.ts';
import { chooseKernel } from './choose-kernel.ts';
import type { MatmulShape } from './matmul.ts';
import type { ProductKernel } from './product-kernel.ts';
import {
  naiveProduct,
  registerProduct,
  registerTiledProduct,
  tallSkinnyProduct,
  tiledProduct,
} from './product-kernels.ts';

/** The kernels by the names that people choose them by; `fastest` is measured. */
export const kernelNames = [
  'fastest',
  'naive',
  'tiled',
  'register',
  'register-tiled',
  'tall-skinny',
] as const;

export type KernelName = (typeof kernelNames)[number];

/** Wider than this a row does not fit into an invocation's registers. */
const widest = 16;

/** The kernel of a name for a product of this shape. */
export async function namedKernel(
  name: KernelName,
  compute: Backend,
  shape: MatmulShape,
): Promise<ProductKernel> {
  switch (name) {
    case 'naive':
      return naiveProduct;
    case 'tiled':
      return tiledProduct;
    case 'register':
      return registerProduct(4, 8);
    case 'register-tiled':
      return registerTiledProduct;
    case 'tall-skinny':
      return tallSkinnyProduct(Math.min(widest, shape.n));
    case 'fastest':
      return (await chooseKernel(compute, shape)).best;
  }
}
