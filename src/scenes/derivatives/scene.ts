import { defineScene } from '../scene.ts';
import { parameters } from './parameters.ts';
import { describe } from './sim/describe.ts';
import { enterDerivatives } from './sim/enter-derivatives.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';

export const scene = defineScene({
  parameters,
  schedule,
  phases,
  describe,
  monitors: [
    {
      label: 'slope',
      help: 'The slope at the point, as it is taken now.',
      read: ({ found }) => found?.slope ?? Number.NaN,
      graph: true,
    },
  ],
  enter: enterDerivatives,
  page: () => import('./page.ts'),
  headless: () => import('./headless/headless.ts'),
});
