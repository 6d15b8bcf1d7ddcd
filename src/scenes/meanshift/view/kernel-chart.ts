import { formatNumber } from '../../../base/format-number.ts';
import { weight, weightKernels } from '../../../maths/weight-kernel.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Chart, ChartData } from '../../../view/chart.ts';
import { pickedDistances } from './picked-distances.ts';

/** The lesson's plot of its kernels, over distances from 0 to 10 (47:37). */
export const kernelChart: Chart<MeanShiftWorld> = {
  id: 'kernel',
  title: 'Weight by distance',
  help: 'How much a point counts, by its distance. Pick a point to see how far the others are from it, and what they weigh. Both kernels begin at 1: a common factor, such as the lesson’s 1/(bandwidth·√2π), cancels in a mean.',
  x: { label: 'distance', unit: 'data units' },
  y: { label: 'weight', range: [0, 1] },
  series: [
    { label: 'gaussian', colour: '--cluster-0' },
    { label: 'triangular', colour: '--cluster-1', dashed: true },
    { label: 'points', colour: '--cluster-5', kind: 'points' },
  ],
  data({ world, looked }): ChartData {
    const { bandwidth, kernel } = world.resolved;
    const reach = chartReach(bandwidth);
    const distances = looked === null ? [] : pickedDistances(world, looked, reach);
    const isPoint = new Set(distances);
    const x = [...new Set([...gridTo(reach, bandwidth), ...distances])].sort((a, b) => a - b);
    const weigh = (of: typeof kernel) =>
      x.map((distance) => weight(of, (distance / bandwidth) ** 2));
    const lines = weightKernels.map(weigh);
    const active = weightKernels.indexOf(kernel);
    return {
      x,
      y: [...lines, lines[active].map((value, i) => (isPoint.has(x[i]) ? value : null))],
      marks: [{ axis: 'x', at: bandwidth, label: `bandwidth ${formatNumber(bandwidth)}` }],
      emphasis: active,
    };
  },
};

/** The lesson's 10, or more where the bandwidth asks for it; in round steps, so that it rarely changes. */
export function chartReach(bandwidth: number): number {
  const wanted = Math.max(10, 1.5 * bandwidth);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((times) => times * power).find((reach) => reach >= wanted) ?? wanted;
}

/** Places close enough for smooth curves, and closer where a small bandwidth bends them. */
function gridTo(reach: number, bandwidth: number): number[] {
  const even = Array.from({ length: 101 }, (_, i) => (reach * i) / 100);
  const fine = Array.from({ length: 61 }, (_, i) => (bandwidth * i) / 15);
  return [...even, ...fine.filter((distance) => distance <= reach)];
}
