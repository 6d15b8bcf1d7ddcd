import type { RowBlock } from './table.ts';

/** Rows as a reader finds them, some on end. */
export interface FoundRows {
  readonly rows: RowBlock;
  /** The line that each row begins in. */
  readonly lines: readonly number[];
  /** Lines without a cell that were passed over. */
  readonly emptyLines: number;
}

/** A file whose rows can be gone through, again and again, in slices. */
export interface RowSource {
  /** The file, for messages. */
  readonly label: string;
  /** @throws InputError that names the place and says what to change */
  blocks(): AsyncGenerator<FoundRows>;
  /** The keys of rows that are objects; known after the first block. */
  keys(): readonly string[] | null;
  /** Where a row is, in words. @param row from 0, a header counted */
  placeOf(row: number, line: number): string;
}
