import { addProducts } from '../../../systems/matmul/add-products.ts';
import { judgeCompletion } from '../../../systems/matmul/judge-completion.ts';
import { lookAtStep } from '../../../systems/matmul/look-at-step.ts';
import { multiplyPart } from '../../../systems/matmul/multiply-part.ts';
import { showLastStep } from '../../../systems/matmul/show-step.ts';
import type { MatmulWorld } from '../../../systems/matmul/world.ts';
import { writeSums } from '../../../systems/matmul/write-sums.ts';
import type { Memory, Schedule } from '../../../world/world.ts';

interface Sums extends Memory {
  readonly c: Float64Array;
}

export const schedule: Schedule<MatmulWorld, Sums> = {
  compute: [multiplyPart],
  settle: [addProducts, writeSums, showLastStep],
  derive: [writeSums, showLastStep],
  judge: [judgeCompletion],
  inspect: [lookAtStep],
  remember: ({ product: { c } }) => ({ c: c.slice(), bytes: c.byteLength }),
  recall(world, { c }) {
    world.product.c.set(c);
    world.engine.restart();
  },
};
