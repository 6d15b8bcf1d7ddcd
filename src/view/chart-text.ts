import { formatNumber } from '../base/format-number.ts';
import type { Axis, Chart, ChartData } from './chart.ts';

/** A chart without its data, of whatever scene. */
export type ChartShape = Pick<Chart, 'x' | 'y' | 'series'>;

/** “distance (data units)” */
export const axisTitle = ({ label, unit }: Axis) => (unit ? `${label} (${unit})` : label);

/** A value of x as people read it. */
export const describeX = ({ categories }: Axis, at: number, digits = 3) =>
  categories?.[at] ?? formatNumber(at, digits);

export interface Reading {
  readonly series: number;
  readonly value: number;
}

/** What the series are at an index of x; those with no value there are left out. */
export function readingsAt({ y }: ChartData, index: number): Reading[] {
  return y.flatMap((values, series) => {
    const value = values[index];
    return value === null || value === undefined ? [] : [{ series, value }];
  });
}

/** What the chart shows at an index of x, in words: “step 3: mean 0.12; max 0.9”. */
export function describeIndex({ x, series }: ChartShape, data: ChartData, index: number): string {
  const readings = readingsAt(data, index).map(
    (it) => `${series[it.series].label} ${formatNumber(it.value)}`,
  );
  const where = `${x.label} ${describeX(x, data.x[index])}`;
  return `${where}: ${readings.join('; ') || 'no value'}`;
}

/** At most `most` of the indices of x, evenly spread, with the first and the last. */
export function thinIndices(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (length - 1)) / (most - 1)));
}

/** Whether two charts' data look the same. */
export function sameData(a: ChartData, b: ChartData): boolean {
  return (
    a === b ||
    (a.emphasis === b.emphasis &&
      sameValues(a.x, b.x) &&
      a.y.every((values, series) => sameValues(values, b.y[series])) &&
      a.marks.length === b.marks.length &&
      a.marks.every(({ at, label }, i) => at === b.marks[i].at && label === b.marks[i].label))
  );
}

function sameValues(a: ArrayLike<number | null>, b: ArrayLike<number | null>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
