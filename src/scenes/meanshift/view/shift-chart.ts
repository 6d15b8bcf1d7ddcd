import { formatNumber } from '../../../base/format-number.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Chart } from '../../../view/chart.ts';
import type { MeanShiftDescription } from '../sim/describe.ts';

/** How far the points moved in each step, down to the tolerance at which they count as still. */
export const shiftChart: Chart<MeanShiftWorld, MeanShiftDescription> = {
  id: 'shift',
  title: 'Shift by step',
  help: 'How far the points moved in each step. With the largest below the tolerance twice in a row, they are at rest. A zero has no place on a log axis.',
  x: { label: 'step', integer: true },
  y: { label: 'shift', unit: 'data units', log: true },
  series: [
    { label: 'mean', colour: '--cluster-0' },
    { label: 'max', colour: '--cluster-1', dashed: true },
  ],
  data({ world: { shifts }, description: { restLimit } }) {
    return {
      x: shifts.map((_, i) => i + 1),
      y: [shifts.map(({ mean }) => mean || null), shifts.map(({ max }) => max || null)],
      marks: [{ axis: 'y', at: restLimit, label: `tolerance ${formatNumber(restLimit)}` }],
    };
  },
};
