import { largestError } from '../../maths/matmul/largest-error.ts';
import type { MatmulWorld } from '../../systems/matmul/world.ts';
import type { EnteredMatmul } from './enter-matmul.ts';

/** How far the product is: “step 12 of 27: product by product, (3, 3) @ (3, 3)”. */
export function summary(world: EnteredMatmul): string {
  const { step, walk, product, atRest, values, reference, nonFinite } = world;
  const { m, k, n } = product;
  const shapes = `(${m}, ${k}) @ (${k}, ${n})`;
  const taken = `step ${step} of ${walk.steps}`;
  const exceptional = nonFinite.a + nonFinite.b;
  const note = exceptional > 0 ? `; ${exceptional} of the values are NaN or infinite` : '';
  if (!atRest)
    return `${taken}: ${unitOf(values.method)} by ${unitOf(values.method)}, ${shapes}${note}`;
  const error = largestError(product.c, reference);
  return `${taken}: ${shapes} → (${m}, ${n}), done; largest error ${error === 0 ? 0 : error.toExponential(1)}${note}`;
}

function unitOf(method: MatmulWorld['values']['method']): string {
  if (method === 'loops') return 'product';
  if (method === 'dot') return 'cell';
  if (method === 'broadcast') return 'row';
  return method === 'gpu-tiled' ? 'tile' : 'term';
}
