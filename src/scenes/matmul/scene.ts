import { resolveValues } from '../../world/resolve-values.ts';
import type { World } from '../../world/world.ts';
import type { Scene } from '../scene.ts';
import { type MatmulValues, parameters } from './parameters.ts';
import { describe, type MatmulDescription } from './sim/describe.ts';
import { type EnteredMatmul, enterMatmul } from './sim/enter-matmul.ts';
import { checkPlayable, operandsOf, shapeOf } from './sim/operands.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';
import { title } from './title.ts';

export const scene: Scene<
  typeof parameters,
  EnteredMatmul & World<MatmulValues>,
  MatmulDescription
> = {
  name: 'matmul',
  title,
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
  async enter(values, compute) {
    const resolved = resolveValues(parameters, values);
    checkPlayable(shapeOf(resolved));
    return enterMatmul(values, await operandsOf(resolved), compute);
  },
};
