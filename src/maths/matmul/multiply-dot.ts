import type { Multiply } from './product.ts';

/** Row by column: two loops choose a cell, and a dot product fills it (01_matmul, “Elementwise ops”). */
export const multiplyDot: Multiply = ({ k, n, a, b, c }, { rows, columns, terms }) => {
  const [first, end] = terms;
  const column = new Float64Array(end - first);
  for (let j = columns[0]; j < columns[1]; j++) {
    // A column lies scattered over B's rows: gathered once, it meets every row of A.
    for (let t = first; t < end; t++) column[t - first] = b[t * n + j];
    for (let i = rows[0]; i < rows[1]; i++) {
      const row = a.subarray(i * k + first, i * k + end);
      c[i * n + j] += dot(row, column);
    }
  }
};

/** The sum of products of two vectors of equal length. */
function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < u.length; t++) sum += u[t] * v[t];
  return sum;
}
