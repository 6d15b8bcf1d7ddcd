/** The product in f64, as the definition says; rows after rows. */
export function referenceProduct(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { m, k, n }: { m: number; k: number; n: number },
): Float64Array {
  const c = new Float64Array(m * n);
  for (let row = 0; row < m; row++) {
    for (let t = 0; t < k; t++) {
      const factor = a[row * k + t];
      for (let column = 0; column < n; column++) {
        c[row * n + column] += factor * b[t * n + column];
      }
    }
  }
  return c;
}

/** The same sum with absolute values: what a rounding error is measured against. */
export const referenceMagnitude = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  shape: { m: number; k: number; n: number },
) => referenceProduct(Array.from(a, Math.abs), Array.from(b, Math.abs), shape);
