/** An axis of a matrix, drawn as no more cells than can be told apart. */
export interface Blocks {
  /** The axis's length. */
  readonly size: number;
  /** How many cells it is drawn as. */
  readonly count: number;
  /** How many rows, columns or terms a cell covers; the last may cover fewer. */
  readonly each: number;
}

/** Cells of one axis beyond this many are too small to see. */
const mostCells = 64;

export function blocksOf(size: number): Blocks {
  const each = Math.ceil(size / mostCells);
  return { size, each, count: Math.ceil(size / each) };
}

/** What the cells from `first` to before `end` cover. */
export const coveredBy = (
  { each, size }: Blocks,
  first: number,
  end = first + 1,
): readonly [first: number, end: number] => [first * each, Math.min(size, end * each)];
