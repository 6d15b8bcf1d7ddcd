import { showStep } from '../../systems/matmul/show-step.ts';
import type { World } from '../../world/world.ts';
import type { Scene } from '../scene.ts';
import { type EnteredMatmul, enterMatmul } from './enter-matmul.ts';
import { checkPlayable, operandsOf, shapeOf } from './operands.ts';
import { type MatmulValues, parameters } from './parameters.ts';
import { phases } from './phases.ts';
import { schedule } from './schedule.ts';
import { summary } from './summary.ts';
import { title } from './title.ts';

export const scene: Scene<typeof parameters, EnteredMatmul & World<MatmulValues>> = {
  name: 'matmul',
  title,
  parameters,
  schedule,
  phases,
  summary,
  monitors: [
    {
      label: 'products so far',
      help: 'How many multiplications the steps so far have done.',
      read: ({ product: { m, k, n }, step, walk }) => Math.round((m * k * n * step) / walk.steps),
    },
  ],
  inspect(world, _, isComing) {
    const last = world.step > 0 ? world.step - 1 : null;
    const coming = world.step < world.walk.steps ? world.step : last;
    showStep(world, isComing ? coming : last);
  },
  async enter(values, compute) {
    checkPlayable(shapeOf(values));
    return enterMatmul(values, await operandsOf(values), compute);
  },
};
