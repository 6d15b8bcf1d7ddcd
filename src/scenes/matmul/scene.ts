import type { World } from '../../world/world.ts';
import type { Scene } from '../scene.ts';
import { describe, type MatmulDescription } from './describe.ts';
import { type EnteredMatmul, enterMatmul } from './enter-matmul.ts';
import { checkPlayable, operandsOf, shapeOf } from './operands.ts';
import { type MatmulValues, parameters } from './parameters.ts';
import { phases } from './phases.ts';
import { schedule } from './schedule.ts';
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
    checkPlayable(shapeOf(values));
    return enterMatmul(values, await operandsOf(values), compute);
  },
};
