import type { MatmulWorld } from '../../systems/matmul/world.ts';

/** How far the product is: “12 of 27 products”. */
export function summary({ step, walk, product, atRest, values, reference }: MatmulWorld): string {
  const { m, k, n } = product;
  const shapes = `(${m}, ${k}) @ (${k}, ${n})`;
  const taken = `step ${step} of ${walk.steps}`;
  if (!atRest) return `${taken}: ${unitOf(values.method)} by ${unitOf(values.method)}, ${shapes}`;
  const error = product.c.reduce((most, value, at) => {
    const difference = Math.abs(value - reference[at]);
    return difference > most ? difference : most;
  }, 0);
  return `${taken}: ${shapes} → (${m}, ${n}), done; largest error ${error === 0 ? 0 : error.toExponential(1)}`;
}

function unitOf(method: MatmulWorld['values']['method']): string {
  if (method === 'loops') return 'product';
  if (method === 'dot') return 'cell';
  if (method === 'broadcast') return 'row';
  return method === 'gpu-tiled' ? 'tile' : 'term';
}
