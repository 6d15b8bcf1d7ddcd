/** A cell of a JSON file: `null` is an empty text. */
export interface JsonCell {
  readonly text: string;
  /** As it was written. */
  readonly json: string;
}

/** A cell as it was written, so that what is not computed comes out as it went in. */
export type Cell = string | JsonCell;

export const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

export interface Table {
  /** The header's cells as they were written, or null where there was none. */
  readonly header: readonly string[] | null;
  /** Every row has as many cells as the first. At least one row. */
  readonly rows: readonly (readonly Cell[])[];
  /** Where each row is in the file, in words: “line 3”. */
  readonly places: readonly string[];
}
