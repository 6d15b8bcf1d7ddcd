import { createScope } from '../../src/base/scope.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import type { MatmulMethod } from '../../src/systems/matmul/world.ts';

/** [[1, 2, 3], [4, 5, 6]] @ [[7, 8], [9, 10], [11, 12]]. */
export const byHand = {
  m: 2,
  k: 3,
  n: 2,
  a: Float64Array.of(1, 2, 3, 4, 5, 6),
  b: Float64Array.of(7, 8, 9, 10, 11, 12),
};

/** The matmul scene on the product that is worked out by hand, on the CPU. */
export const enterByHand = async (method: MatmulMethod) =>
  enterMatmul(
    { method, kernel: 'fastest' },
    byHand,
    await openBackend('cpu', null, true),
    createScope(),
  );
