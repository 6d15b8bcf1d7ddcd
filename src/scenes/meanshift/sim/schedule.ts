import { judgeConvergence } from '../../../systems/meanshift/judge-convergence.ts';
import { labelClusters } from '../../../systems/meanshift/label-clusters.ts';
import { lookAtPoint } from '../../../systems/meanshift/look-at-point.ts';
import { measureShift } from '../../../systems/meanshift/measure-shift.ts';
import { shiftMeans } from '../../../systems/meanshift/shift-means.ts';
import type { MeanShiftWorld, TakenShift } from '../../../systems/meanshift/world.ts';
import type { Memory, Schedule } from '../../../world/world.ts';

interface Shifts extends Memory {
  readonly shifts: readonly TakenShift[];
}

export const schedule: Schedule<MeanShiftWorld, Shifts> = {
  compute: [shiftMeans],
  settle: [measureShift, labelClusters],
  derive: [labelClusters],
  judge: [judgeConvergence],
  inspect: [lookAtPoint],
  remember: ({ shifts, step }) => ({ shifts: shifts.slice(0, step), bytes: 40 * step }),
  recall(world, { shifts }) {
    world.shifts.splice(0, Number.POSITIVE_INFINITY, ...shifts);
  },
};
