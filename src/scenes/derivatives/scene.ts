import type { DerivativesWorld } from '../../systems/derivatives/world.ts';
import type { World } from '../../world/world.ts';
import type { Scene } from '../scene.ts';
import { type DerivativesDescription, describe } from './describe.ts';
import { enterDerivatives } from './enter-derivatives.ts';
import { type DerivativesValues, parameters } from './parameters.ts';
import { phases } from './phases.ts';
import { schedule } from './schedule.ts';
import { title } from './title.ts';

export const scene: Scene<
  typeof parameters,
  DerivativesWorld & World<DerivativesValues>,
  DerivativesDescription
> = {
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
