import { runAtOnce } from '../../base/run-at-once.ts';
import { lessonClusters } from '../../maths/lesson-clusters.ts';
import { defineScene } from '../scene.ts';
import { parameters } from './parameters.ts';
import { cost } from './sim/cost.ts';
import { describe } from './sim/describe.ts';
import { enterMeanShift } from './sim/enter-mean-shift.ts';
import { defaultFocus } from './sim/focus.ts';
import { phases } from './sim/phases.ts';
import { schedule } from './sim/schedule.ts';

export const scene = defineScene({
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
  async enter(values, compute, scope) {
    const { points, centroids, cluster } = runAtOnce(lessonClusters(values));
    return enterMeanShift({ values, points, centroids, sources: cluster }, compute, scope);
  },
  page: () => import('./page.ts'),
  headless: () => import('./headless/headless.ts'),
});
