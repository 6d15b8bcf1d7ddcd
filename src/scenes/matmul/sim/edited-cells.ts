import { InputError } from '../../../base/input-error.ts';
import { quoted } from '../../../base/quoted.ts';
import { readNumber } from '../../../io/read-number.ts';
import { writeNumber } from '../../../io/write-number.ts';

/** A value typed over what was there. */
export interface EditedCell {
  readonly matrix: 'a' | 'b';
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/**
 * Reads edited cells as the address has them: “a0,1=5 b2,0=-1”.
 *
 * @throws InputError that names what is no edited cell
 */
export function readEdits(text: string): EditedCell[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => {
      const found = /^([ab])(\d{1,9}),(\d{1,9})=(.+)$/.exec(part);
      if (found) {
        const [, matrix, row, column, written] = found;
        const value = readCellValue(written);
        if (value !== null) {
          return { matrix: matrix as 'a' | 'b', row: Number(row), column: Number(column), value };
        }
        if (isTooLarge(written)) throw new InputError(`${part}: ${refuseCellValue(written)}`);
      }
      throw new InputError(
        `${quoted(part)} is no edited cell; write one as a0,1=5 (row 0, column 1 of A)`,
      );
    });
}

/** Reads a number as a person types one, NaN and Infinity among them. */
export const readCellValue = (text: string) =>
  readNumber(text.replace('−', '-').replace('∞', 'inf'));

/** Too many digits, or too high a power; a word for infinity is read as one. */
const isTooLarge = (text: string) =>
  Math.abs(Number(text.replace('−', '-'))) === Number.POSITIVE_INFINITY;

/** Why a text is no value of a cell, in a sentence that says what to type. */
export function refuseCellValue(text: string): string {
  const written = quoted(text.trim());
  return isTooLarge(text)
    ? `${written} is larger than a number can be, about 1.8e308; type a smaller one, or inf`
    : `${written} is not a number; type one like 2.5`;
}

/** The text with one more cell edited; an older edit of the same cell goes. */
export function withEdit(text: string, { matrix, row, column, value }: EditedCell): string {
  const others = readEdits(text).filter(
    (it) => it.matrix !== matrix || it.row !== row || it.column !== column,
  );
  return [...others, { matrix, row, column, value }]
    .map((it) => `${it.matrix}${it.row},${it.column}=${writeNumber(it.value)}`)
    .join(' ');
}
