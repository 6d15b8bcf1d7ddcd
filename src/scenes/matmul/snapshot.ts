import { judgeCompletion } from '../../systems/matmul/judge-completion.ts';
import { showLastStep } from '../../systems/matmul/show-step.ts';
import type { MatmulWorld } from '../../systems/matmul/world.ts';
import { writeSums } from '../../systems/matmul/write-sums.ts';
import type { Snapshot } from '../../world/world.ts';

export interface MatmulSnapshot extends Snapshot {
  readonly c: Float64Array;
}

export function capture({ product }: MatmulWorld): MatmulSnapshot {
  return { c: product.c.slice(), bytes: product.c.byteLength };
}

export function restore(world: MatmulWorld, { c }: MatmulSnapshot): void {
  world.product.c.set(c);
  world.engine.restart();
  writeSums(world);
  showLastStep(world);
  judgeCompletion(world);
}
