import { inSlices } from '../../../base/in-slices.ts';
import { largestError } from '../../../maths/matmul/largest-error.ts';

/** `largestError` of arrays of any length. */
export async function compareProducts(
  values: Float64Array,
  reference: Float64Array,
): Promise<number> {
  let most = 0;
  await inSlices(values.length, (first, end) => {
    const error = largestError(values.subarray(first, end), reference.subarray(first, end));
    most = Math.max(most, error);
  });
  return most;
}
