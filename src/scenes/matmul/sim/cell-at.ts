import { layoutOf } from '../../../systems/matmul/layout.ts';
import type { MatmulWorld } from '../../../systems/matmul/world.ts';

/** The Row of the cell at a place, in world units, or null between the matrices. */
export function cellAt(world: MatmulWorld, x: number, y: number): number | null {
  const { rows, columns, terms } = world.blocks;
  const { gap } = layoutOf(world);
  const matrices = [
    { left: -gap - terms.count, top: 0, down: rows.count, across: terms.count },
    { left: 0, top: gap + terms.count, down: terms.count, across: columns.count },
    { left: 0, top: 0, down: rows.count, across: columns.count },
  ];
  let first = 0;
  for (const { left, top, down, across } of matrices) {
    const row = Math.floor(top - y);
    const column = Math.floor(x - left);
    if (row >= 0 && row < down && column >= 0 && column < across) {
      return first + row * across + column;
    }
    first += down * across;
  }
  return null;
}
