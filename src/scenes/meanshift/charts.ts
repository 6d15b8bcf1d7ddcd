import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { Chart } from '../../view/chart.ts';

export const charts: readonly Chart<MeanShiftWorld>[] = [];
