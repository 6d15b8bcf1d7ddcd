import { query } from 'bitecs';
import type { MatmulWorld } from './world.ts';

/** All cells by their numbers, through A, B and C: a query's order is not theirs. */
export function numberedCells(world: MatmulWorld): Uint32Array {
  const { Cell, Row } = world.components;
  const found = query(world, [Cell, Row]);
  const cells = new Uint32Array(found.length);
  for (const cell of found) cells[Row.index[cell]] = cell;
  return cells;
}

/** The cells of each matrix, row after row. */
export function cellsOf(
  world: MatmulWorld,
): readonly [A: Uint32Array, B: Uint32Array, C: Uint32Array] {
  const { rows, columns, terms } = world.blocks;
  const cells = numberedCells(world);
  const endOfA = rows.count * terms.count;
  const endOfB = endOfA + terms.count * columns.count;
  return [cells.subarray(0, endOfA), cells.subarray(endOfA, endOfB), cells.subarray(endOfB)];
}

/** What travels in a step; none is ever taken away, so their order stays. */
export const travellersOf = (world: MatmulWorld): ArrayLike<number> & Iterable<number> =>
  query(world, [world.components.Traveller]);
