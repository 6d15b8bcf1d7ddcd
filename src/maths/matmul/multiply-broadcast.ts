import type { Multiply } from './product.ts';

/**
 * A row against the whole matrix: `(a[i][:, None] * b).sum(0)` (01_matmul, “Matmul with
 * broadcasting”). The products of a row are made whole, k×n of them, before they are summed, as the
 * lesson's are.
 */
export const multiplyBroadcast: Multiply = ({ k, n, a, b, c }, { rows, columns, terms }) => {
  const width = columns[1] - columns[0];
  const products = new Float64Array((terms[1] - terms[0]) * width);
  for (let i = rows[0]; i < rows[1]; i++) {
    for (let t = terms[0], at = 0; t < terms[1]; t++) {
      const stretched = a[i * k + t];
      for (let j = columns[0]; j < columns[1]; j++) products[at++] = stretched * b[t * n + j];
    }
    const first = i * n + columns[0];
    for (let t = terms[0], at = 0; t < terms[1]; t++) {
      for (let j = 0; j < width; j++) c[first + j] += products[at++];
    }
  }
};
