/**
 * Derivatives of a plain function by Richardson's extrapolation of central differences (Ridders'
 * method): of high order, and independent of any formula. About ten digits of the first derivative.
 */
export function referenceDerivative(f: (x: number) => number, x: number, reach = 0.05): number {
  const rows: number[][] = [];
  let best = Number.NaN;
  let bestError = Number.POSITIVE_INFINITY;
  let h = reach;
  for (let i = 0; i < 10; i++) {
    const row = [(f(x + h) - f(x - h)) / (2 * h)];
    let factor = 1.96;
    for (let j = 1; j <= i; j++) {
      row[j] = (row[j - 1] * factor - rows[i - 1][j - 1]) / (factor - 1);
      factor *= 1.96;
      const error = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - rows[i - 1][j - 1]));
      if (error <= bestError) {
        bestError = error;
        best = row[j];
      }
    }
    rows.push(row);
    h /= 1.4;
  }
  return best;
}
