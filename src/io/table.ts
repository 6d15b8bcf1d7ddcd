/** A cell of a JSON file: `null` is an empty text. */
export interface JsonCell {
  readonly text: string;
  /** As it was written. */
  readonly json: string;
}

/** A cell as it was written, so that what is not computed comes out as it went in. */
export type Cell = string | JsonCell;

export const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

/** Some rows on end. */
export type RowBlock = readonly (readonly Cell[])[];

/** A cell that is no finite number. */
export interface BadCell {
  /** The row, without the header. */
  readonly row: number;
  readonly text: string;
  /** Where it is in the file, in words: “line 3”. */
  readonly place: string;
}

/** A column's numbers, and what in it is none. */
export interface ColumnData {
  /** One a row, without the header; NaN where the cell is no finite number. */
  readonly values: Float64Array;
  /** How many cells are not blank, and how many of these are meant as numbers. */
  readonly filled: number;
  readonly meant: number;
  readonly firstBad: BadCell | null;
}

/**
 * A table's numbers. Its texts are not kept: millions of them would take gigabytes. They are read
 * from the file again when they are needed.
 */
export interface Table {
  /** The header's cells as they were written, or null where there was none. */
  readonly header: readonly string[] | null;
  /** How many rows, without the header; at least one. */
  readonly length: number;
  readonly columns: readonly ColumnData[];
  /** What a person should know of how the file was read, a sentence each. */
  readonly notices: readonly string[];
  /** The rows as they were written, without the header, in slices. */
  blocks(): AsyncGenerator<RowBlock>;
}
