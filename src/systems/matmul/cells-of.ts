import { query } from 'bitecs';
import { entitiesByRow } from '../../components/entities-by-row.ts';
import type { MatmulWorld } from './world.ts';

/** All cells by their numbers, through A, B and C. */
export const numberedCells = (world: MatmulWorld): Uint32Array =>
  entitiesByRow(world, world.components.Row, [world.components.Cell]);

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
