import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Chart } from '../../../view/chart.ts';
import type { MeanShiftDescription } from '../sim/describe.ts';
import { kernelChart } from './kernel-chart.ts';
import { shiftChart } from './shift-chart.ts';

export const charts: readonly Chart<MeanShiftWorld, MeanShiftDescription>[] = [
  kernelChart,
  shiftChart,
];
