import { coveredBy } from '../../../systems/matmul/blocks.ts';
import type { MatmulWorld } from '../../../systems/matmul/world.ts';
import { isBegun } from './is-begun.ts';

/** How many products the steps so far have added to a cell of C, given in cells. */
export function termsAdded(world: MatmulWorld, row: number, column: number): number {
  if (!isBegun(world, row, column)) return 0;
  const { rows, columns, terms } = world.walk.at(world.step - 1);
  // Every method goes through C row by row, from the left to the right.
  const isBefore = row < rows[0] || (row < rows[1] && column < columns[0]);
  return isBefore ? world.product.k : coveredBy(world.blocks.terms, ...terms)[1];
}
