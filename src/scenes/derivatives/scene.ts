import type { Scene } from '../scene.ts';
import { parameters } from './parameters.ts';
import { type DerivativesDescription, describe } from './sim/describe.ts';
import { type EnteredDerivatives, enterDerivatives } from './sim/enter-derivatives.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';
import { title } from './title.ts';

export const scene: Scene<typeof parameters, EnteredDerivatives, DerivativesDescription> = {
  name: 'derivatives',
  title,
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
};
