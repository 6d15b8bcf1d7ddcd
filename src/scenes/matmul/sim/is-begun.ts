import type { MatmulWorld } from '../../../systems/matmul/world.ts';

/** Whether a step so far has worked on a cell of C, given in cells. */
export function isBegun({ step, walk }: MatmulWorld, row: number, column: number): boolean {
  if (step === 0) return false;
  const { rows, columns } = walk.at(step - 1);
  // Every method goes through C row by row, from the left to the right.
  return row < rows[1] - 1 || (row < rows[1] && column < columns[1]);
}
