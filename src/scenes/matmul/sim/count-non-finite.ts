import { inSlices } from '../../../base/in-slices.ts';

/** How many values are NaN or infinite. */
export async function countNonFinite(values: Float64Array): Promise<number> {
  let count = 0;
  await inSlices(values.length, (first, end) => {
    for (let i = first; i < end; i++) if (!Number.isFinite(values[i])) count += 1;
  });
  return count;
}
