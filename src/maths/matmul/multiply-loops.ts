import type { Multiply } from './product.ts';

/** Three loops, one multiplication and one addition at a time (01_matmul, “Matrix multiplication”). */
export const multiplyLoops: Multiply = ({ k, n, a, b, c }, { rows, columns, terms }) => {
  for (let i = rows[0]; i < rows[1]; i++) {
    for (let j = columns[0]; j < columns[1]; j++) {
      for (let t = terms[0]; t < terms[1]; t++) {
        c[i * n + j] += a[i * k + t] * b[t * n + j];
      }
    }
  }
};
