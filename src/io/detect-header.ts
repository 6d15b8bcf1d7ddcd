import { isMeantAsNumber } from './number-text.ts';

/** What programs write where a value is missing (pandas' list, and what R, SAS and UCI's files have). */
const missing = new Set(
  '#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null|?|-|.'.split(
    '|',
  ),
);

/** A cell without a value: blank, or one of the words that say so. */
const isMissing = (cell: string) => missing.has(cell.trim()) || cell.trim() === '';

/** “1o” is a number with a slip in it, not a name. */
const isName = (cell: string) => !isMissing(cell) && !isMeantAsNumber(cell);

/**
 * A first row is a header if it has to be: it is of names alone, or a name stands above numbers,
 * where a row of data would have a number too.
 *
 * @param hasNumbers which columns have numbers in the rows below
 */
export function isHeader(first: readonly string[], hasNumbers: readonly boolean[]): boolean {
  return first.every(isName) || first.some((cell, i) => isName(cell) && hasNumbers[i]);
}

/** Cells of a header that a row of data could have as well. */
export const dataInHeader = (header: readonly string[]) => header.filter((it) => !isName(it));
