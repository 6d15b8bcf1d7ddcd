import { blocksOf } from '../../src/systems/matmul/blocks.ts';

/** How the matrices of an m × k and a k × n product are drawn. */
export const blocksFor = (m: number, k: number, n: number) => ({
  rows: blocksOf(m),
  terms: blocksOf(k),
  columns: blocksOf(n),
});
