import { valuesInSlices } from '../../../base/values-in-slices.ts';
import type { Precision } from '../../../maths/expression/evaluate.ts';
import { distances } from '../studies/distances.ts';
import type { Places } from '../studies/slope-table.ts';
import type { Rows } from './read-rows.ts';

/** Where each row's slope is taken, and over which distance. */
export async function placesOf(
  rows: Rows,
  precision: Precision,
  signal: AbortSignal,
): Promise<Places> {
  const round = precision === 'f32' ? Math.fround : (value: number) => value;
  if (rows.kind === 'sweep') {
    const h = distances(2);
    return { x: new Float64Array(h.length).fill(round(rows.at)), h };
  }
  const { from, to, samples } = rows;
  const place = (i: number) =>
    round(i === samples - 1 ? to : from + ((to - from) * i) / (samples - 1));
  return {
    x: await valuesInSlices(samples, place, { signal }),
    h: new Float64Array(samples).fill(rows.h),
  };
}
