import { runAtOnce } from '../../base/run-at-once.ts';
import { lessonClusters } from '../../maths/lesson-clusters.ts';
import type { MeanShiftWorld } from '../../systems/meanshift/world.ts';
import type { World } from '../../world/world.ts';
import type { Scene } from '../scene.ts';
import { type MeanShiftValues, parameters } from './parameters.ts';
import { cost } from './sim/cost.ts';
import { describe, type MeanShiftDescription } from './sim/describe.ts';
import { enterMeanShift } from './sim/enter-mean-shift.ts';
import { defaultFocus } from './sim/focus.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';
import { title } from './title.ts';

export const scene: Scene<
  typeof parameters,
  MeanShiftWorld & World<MeanShiftValues>,
  MeanShiftDescription
> = {
  name: 'meanshift',
  title,
  parameters,
  schedule,
  phases,
  describe,
  cost,
  monitors: [
    {
      label: 'mean shift',
      help: 'How far the points moved in the last step, on average (data units).',
      read: ({ meanShift }) => meanShift ?? Number.NaN,
      graph: true,
    },
  ],
  defaultFocus,
  async enter(values, compute) {
    const { points, centroids, cluster } = runAtOnce(lessonClusters(values));
    return enterMeanShift({ values, points, centroids, sources: cluster }, compute);
  },
};
