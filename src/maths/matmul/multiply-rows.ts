import type { Multiply } from './product.ts';

/**
 * The product as one computes it who wants it soon and exact: each value of A times a row of B, added
 * to a row of C. Terms are summed in the order of the three loops, so the result is theirs to the bit.
 */
export const multiplyRows: Multiply = ({ k, n, a, b, c }, { rows, columns, terms }) => {
  for (let i = rows[0]; i < rows[1]; i++) {
    for (let t = terms[0]; t < terms[1]; t++) {
      const factor = a[i * k + t];
      const from = t * n;
      const to = i * n;
      for (let j = columns[0]; j < columns[1]; j++) c[to + j] += factor * b[from + j];
    }
  }
};
