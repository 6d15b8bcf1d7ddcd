import type { Scope } from '../../../base/scope.ts';
import type { Backend } from '../../../gpu/backend.ts';
import type { ProductKernel } from '../../../gpu/matmul/product-kernel.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import { addCells, countEntities } from '../../../systems/matmul/add-cells.ts';
import { blocksOf } from '../../../systems/matmul/blocks.ts';
import { walkOf } from '../../../systems/matmul/walk-of.ts';
import { type MatmulWorld, matmulComponents } from '../../../systems/matmul/world.ts';
import { writeValues } from '../../../systems/matmul/write-values.ts';
import { openWorld } from '../../../world/open-world.ts';
import { countNonFinite } from './count-non-finite.ts';
import { openEngine } from './engines.ts';
import type { NonFinite } from './exceptional-values.ts';
import { referenceProduct } from './reference-product.ts';

/** A world of the scene, which also knows its kernel. */
export interface EnteredMatmul extends MatmulWorld {
  /** What computes on the backend, for the picture and the code; null where no kernel does. */
  readonly kernel: ProductKernel | null;
  /** Values of A and B that are NaN or infinite. */
  readonly nonFinite: NonFinite;
  /** What runs on the GPU, for reading; null where no kernel does. */
  readonly wgsl: string | null;
}

type Operands = Pick<Product, 'm' | 'k' | 'n' | 'a' | 'b'>;

/** Makes a world in which the values of A, B and C are entities, ready for the first step. */
export async function enterMatmul<V extends MatmulWorld['values']>(
  values: V,
  operands: Operands,
  compute: Backend,
  scope: Scope,
): Promise<EnteredMatmul & { values: V }> {
  const { m, k, n } = operands;
  const product: Product = { ...operands, c: new Float64Array(m * n) };
  const reference = await referenceProduct(operands);
  const blocks = { rows: blocksOf(m), columns: blocksOf(n), terms: blocksOf(k) };
  const walk = walkOf(values.method, blocks);
  const capacity = countEntities({ values, blocks, walk });
  const { kernel, wgsl, ...engine } = await openEngine(values.method, compute, scope, product, {
    termsAtOnce: blocks.terms.each,
    kernelName: values.kernel,
  });
  const world: EnteredMatmul & { values: V } = openWorld({
    values,
    compute,
    scope,
    components: matmulComponents,
    capacity,
    own: {
      kernel,
      wgsl,
      engine,
      product,
      reference,
      largestError: null,
      nonFinite: { a: await countNonFinite(operands.a), b: await countNonFinite(operands.b) },
      blocks,
      walk,
      magnitudes: [largest(operands.a), largest(operands.b), largest(reference)] as const,
      shownStep: null,
    },
  });
  await addCells(world);
  writeValues(world);
  return world;
}

const largest = (values: Float64Array) =>
  values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
