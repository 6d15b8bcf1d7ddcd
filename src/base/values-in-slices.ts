import { inSlices, type SliceOptions } from './in-slices.ts';

/** An array of so many values, worked out in slices. */
export async function valuesInSlices(
  count: number,
  valueAt: (i: number) => number,
  options?: SliceOptions,
): Promise<Float64Array> {
  const values = new Float64Array(count);
  await inSlices(
    count,
    (first, end) => {
      for (let i = first; i < end; i++) values[i] = valueAt(i);
    },
    options,
  );
  return values;
}
