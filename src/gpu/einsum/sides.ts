import type { ProductAxis } from '../../maths/einsum/matrix-product.ts';

/** Axes that are walked as one: of the batch, and of the two sides of a matrix. */
export type Sides = readonly [
  batches: readonly ProductAxis[],
  rows: readonly ProductAxis[],
  columns: readonly ProductAxis[],
];

export const sizeOf = (axes: readonly ProductAxis[]) =>
  axes.reduce((all, { size }) => all * size, 1);
