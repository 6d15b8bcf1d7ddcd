import { resolveValues } from '../../world/resolve-values.ts';
import { defineScene } from '../scene.ts';
import { parameters } from './parameters.ts';
import { describe } from './sim/describe.ts';
import { enterMatmul } from './sim/enter-matmul.ts';
import { checkPlayable, operandsOf, shapeOf } from './sim/operands.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';

export const scene = defineScene({
  parameters,
  schedule,
  phases,
  describe,
  monitors: [
    {
      label: 'products so far',
      help: 'How many multiplications the steps so far have done.',
      read: ({ products }) => products,
    },
  ],
  async enter(values, compute, scope) {
    const resolved = resolveValues(parameters, values);
    checkPlayable(shapeOf(resolved));
    return enterMatmul(values, await operandsOf(resolved), compute, scope);
  },
  page: () => import('./page.ts'),
  headless: () => import('./headless/headless.ts'),
});
