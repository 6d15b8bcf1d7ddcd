import { judgeConvergence } from '../../../systems/meanshift/judge-convergence.ts';
import { labelClusters } from '../../../systems/meanshift/label-clusters.ts';
import { lookAtPoint } from '../../../systems/meanshift/look-at-point.ts';
import { measureShift } from '../../../systems/meanshift/measure-shift.ts';
import { shiftMeans } from '../../../systems/meanshift/shift-means.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import { seriesMemory } from '../../../world/series-memory.ts';
import type { Schedule } from '../../../world/world.ts';

export const schedule: Schedule<MeanShiftWorld> = {
  compute: [shiftMeans],
  settle: [measureShift, labelClusters],
  derive: [labelClusters],
  judge: [judgeConvergence],
  inspect: [lookAtPoint],
  ...seriesMemory(({ shifts }: MeanShiftWorld) => shifts, 40),
};
