import type { MatmulWorld } from './world.ts';

/** Where the middle of a cell is, in world units: a cell is one unit wide, y points up. */
export interface Layout {
  a(row: number, term: number): Place;
  b(term: number, column: number): Place;
  c(row: number, column: number): Place;
  /** Beside B, row by row: where a row of A is stretched over as many columns as B has. */
  stretched(term: number, column: number): Place;
  /** Between the two, above A and left of B: where a tile is kept that a workgroup shares. */
  shared(row: number, column: number, ofA: boolean): Place;
  /** The space between the matrices. */
  readonly gap: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A on the left, B above, C in the corner: a row of A and a column of B meet in their cell of C. */
export function layoutOf({ blocks }: Pick<MatmulWorld, 'blocks'>): Layout {
  const { rows, columns, terms } = blocks;
  const largest = Math.max(rows.count + terms.count, columns.count + terms.count);
  const gap = Math.max(0.75, 0.06 * largest);
  return {
    gap,
    a: (row, term) => ({ x: -gap - terms.count + term + 0.5, y: -row - 0.5 }),
    b: (term, column) => ({ x: column + 0.5, y: gap + terms.count - term - 0.5 }),
    c: (row, column) => ({ x: column + 0.5, y: -row - 0.5 }),
    stretched: (term, column) => ({
      x: -gap - columns.count + column + 0.5,
      y: gap + terms.count - term - 0.5,
    }),
    shared: (row, column, ofA) => ({
      x: -gap - terms.count + column + 0.5,
      y: ofA ? gap + terms.count - row - 0.5 : gap + row + 0.5,
    }),
  };
}
