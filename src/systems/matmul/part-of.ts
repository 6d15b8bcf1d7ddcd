import type { ProductPart } from '../../maths/matmul/product.ts';
import { coveredBy } from './blocks.ts';
import type { CellRanges, MatmulWorld } from './world.ts';

/** The part of the product that ranges of cells stand for. */
export const partOf = (
  { blocks }: Pick<MatmulWorld, 'blocks'>,
  { rows, columns, terms }: CellRanges,
): ProductPart => ({
  rows: coveredBy(blocks.rows, ...rows),
  columns: coveredBy(blocks.columns, ...columns),
  terms: coveredBy(blocks.terms, ...terms),
});
