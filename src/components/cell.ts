import { component } from './component.ts';

/** The matrices that cells belong to. */
export const matrixNames = ['A', 'B', 'C'] as const;

/**
 * What of a matrix a cell stands for: `matrix` counts A, B, C from 0, and the cell covers `rows` rows
 * from `row` on and `columns` columns from `column` on. A small matrix has a cell for each value.
 */
export const Cell = component({
  matrix: Uint32Array,
  row: Uint32Array,
  rows: Uint32Array,
  column: Uint32Array,
  columns: Uint32Array,
});
