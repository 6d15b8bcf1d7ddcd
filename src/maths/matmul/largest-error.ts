/**
 * The largest difference of two arrays, cell by cell. Where both are NaN, or the same infinity, there
 * is none; where only one is, it is infinite.
 */
export function largestError(values: Float64Array, reference: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    if (Object.is(values[i], reference[i])) continue;
    const error = Math.abs(values[i] - reference[i]);
    most = Math.max(most, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }
  return most;
}
