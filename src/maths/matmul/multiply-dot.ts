import type { Multiply } from './product.ts';

/** Row by column: two loops choose a cell, and a dot product fills it (01_matmul, “Elementwise ops”). */
export const multiplyDot: Multiply = ({ k, n, a, b, c }, { rows, columns, terms }) => {
  for (let j = columns[0]; j < columns[1]; j++) {
    // A column lies scattered over B's rows: gathered once, it meets every row of A.
    const column = Float64Array.from(
      { length: terms[1] - terms[0] },
      (_, t) => b[(terms[0] + t) * n + j],
    );
    for (let i = rows[0]; i < rows[1]; i++) {
      c[i * n + j] += dot(a.subarray(i * k + terms[0], i * k + terms[1]), column);
    }
  }
};

/** The sum of products of two vectors of equal length. */
export function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < u.length; t++) sum += u[t] * v[t];
  return sum;
}
