import { fetchPositions } from '../../systems/mean-shift/fetch-positions.ts';
import { judgeConvergence } from '../../systems/mean-shift/judge-convergence.ts';
import { keepPrevious } from '../../systems/mean-shift/keep-previous.ts';
import { labelClusters } from '../../systems/mean-shift/label-clusters.ts';
import { measureShift } from '../../systems/mean-shift/measure-shift.ts';
import { restorePrevious } from '../../systems/mean-shift/restore-previous.ts';
import { shiftMeans } from '../../systems/mean-shift/shift-means.ts';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { writePositions } from '../../systems/mean-shift/write-positions.ts';
import type { Schedule } from '../../world/world.ts';
import { capture, type MeanShiftSnapshot, restore } from './snapshot.ts';

export const schedule: Schedule<MeanShiftWorld, MeanShiftSnapshot> = {
  compute: [keepPrevious, shiftMeans, fetchPositions],
  settle: [writePositions, measureShift, labelClusters, judgeConvergence],
  undo: [restorePrevious],
  capture,
  restore,
};
