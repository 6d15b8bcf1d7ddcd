import { cellsOf } from './cells-of.ts';
import { layoutOf, type Place } from './layout.ts';
import type { CellRanges, MatmulWorld } from './world.ts';

/** How a value gets from its matrix to where it is multiplied, and the product to where it is summed. */
export interface Journey {
  /** The entity whose value travels. */
  readonly cell: number;
  readonly from: Place;
  readonly meeting: Place;
  readonly to: Place;
  /** It is read again where it is, with stride 0. */
  readonly isGhost: boolean;
  /** What it becomes where it is multiplied. */
  readonly product: number;
}

/** The most journeys that a step has. */
export function mostJourneys({
  values,
  blocks,
  walk,
}: Pick<MatmulWorld, 'values' | 'blocks' | 'walk'>): number {
  const { rows, columns, terms } = blocks;
  const [first, end] = walk.at(0).terms;
  switch (values.method) {
    case 'loops':
      return 2;
    case 'dot':
      return terms.count;
    case 'broadcast':
      return terms.count * columns.count;
    case 'einsum':
      return 2 * rows.count * columns.count;
    case 'gpu-tiled':
      return (rows.count + columns.count) * (end - first);
    default:
      return 0;
  }
}

/** The journeys of a step, in the order in which its values are read. */
export function* journeys(
  world: MatmulWorld,
  { rows, columns, terms }: CellRanges,
): Generator<Journey> {
  const { blocks, components } = world;
  const cells = cellsOf(world);
  const { Value } = components;
  const place = layoutOf(world);
  const ofA = (row: number, term: number) => cells[0][row * blocks.terms.count + term];
  const ofB = (term: number, column: number) => cells[1][term * blocks.columns.count + column];
  const { method } = world.resolved;
  if (method === 'gpu-tiled') {
    yield* tiles();
    return;
  }
  if (method === 'gpu-naive' || method === 'gpu-best') return;
  for (let row = rows[0]; row < rows[1]; row++) {
    for (let term = terms[0]; term < terms[1]; term++) {
      for (let column = columns[0]; column < columns[1]; column++) {
        const [a, b] = [ofA(row, term), ofB(term, column)];
        const product = Value.value[a] * Value.value[b];
        const to = place.c(row, column);
        // Broadcasting first lays the row beside B, stretched: one column is read again and again.
        const fromA = method === 'broadcast' ? place.stretched(term, column) : place.a(row, term);
        const fromB = place.b(term, column);
        // The row comes to lie on the columns; where all of C is filled at once, both come to it.
        const meetsAtB = method === 'dot' || method === 'broadcast';
        const meeting = meetsAtB ? fromB : to;
        const isAgain = column > columns[0];
        yield { cell: a, from: fromA, meeting, to, isGhost: isAgain, product };
        if (meetsAtB) continue;
        yield { cell: b, from: fromB, meeting, to, isGhost: row > rows[0], product };
      }
    }
  }

  /** A tile of A and one of B go to the memory that a workgroup shares, and stay there. */
  function* tiles(): Generator<Journey> {
    for (let term = terms[0]; term < terms[1]; term++) {
      for (let row = rows[0]; row < rows[1]; row++) {
        const cell = ofA(row, term);
        const meeting = place.shared(row, term - terms[0], true);
        const product = Value.value[cell];
        yield { cell, from: place.a(row, term), meeting, to: meeting, isGhost: false, product };
      }
      for (let column = columns[0]; column < columns[1]; column++) {
        const cell = ofB(term, column);
        const meeting = place.shared(term - terms[0], column, false);
        const product = Value.value[cell];
        yield { cell, from: place.b(term, column), meeting, to: meeting, isGhost: false, product };
      }
    }
  }
}
