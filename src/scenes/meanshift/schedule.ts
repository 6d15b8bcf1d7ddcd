import { forgetShift } from '../../systems/mean-shift/forget-shift.ts';
import { judgeConvergence } from '../../systems/mean-shift/judge-convergence.ts';
import { labelClusters } from '../../systems/mean-shift/label-clusters.ts';
import { lookAtPoint } from '../../systems/mean-shift/look-at-point.ts';
import { measureShift } from '../../systems/mean-shift/measure-shift.ts';
import { shiftMeans } from '../../systems/mean-shift/shift-means.ts';
import type { MeanShiftWorld, Shift } from '../../systems/mean-shift/world.ts';
import type { Memory, Schedule } from '../../world/world.ts';

interface Shifts extends Memory {
  readonly shifts: readonly Shift[];
}

export const schedule: Schedule<MeanShiftWorld, Shifts> = {
  compute: [shiftMeans],
  settle: [measureShift, labelClusters, judgeConvergence],
  derive: [labelClusters, judgeConvergence],
  undo: [forgetShift],
  inspect: [lookAtPoint],
  remember: ({ shifts }) => ({ shifts: [...shifts], bytes: 16 * shifts.length }),
  recall(world, { shifts }) {
    world.shifts.splice(0, Number.POSITIVE_INFINITY, ...shifts);
  },
};
