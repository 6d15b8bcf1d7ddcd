import { addProducts } from '../../systems/matmul/add-products.ts';
import { judgeCompletion } from '../../systems/matmul/judge-completion.ts';
import { multiplyPart } from '../../systems/matmul/multiply-part.ts';
import { showLastStep } from '../../systems/matmul/show-step.ts';
import type { MatmulWorld } from '../../systems/matmul/world.ts';
import { writeSums } from '../../systems/matmul/write-sums.ts';
import type { Schedule } from '../../world/world.ts';
import { capture, type MatmulSnapshot, restore } from './snapshot.ts';

export const schedule: Schedule<MatmulWorld, MatmulSnapshot> = {
  compute: [multiplyPart],
  settle: [addProducts, writeSums, showLastStep, judgeCompletion],
  // No parameter is live: what changes the product enters the scene again.
  undo: [],
  capture,
  restore,
};
