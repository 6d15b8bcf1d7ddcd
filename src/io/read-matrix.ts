import { InputError } from '../base/input-error.ts';
import { describeBadNumber } from './number-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readNumber } from './read-number.ts';
import { textOf } from './table.ts';
import type { Tensor } from './tensor.ts';

/**
 * Reads a delimited text of numbers alone as a matrix, one row a line. NaN and Infinity are numbers
 * here.
 *
 * @param name the file's name, for messages
 * @throws InputError that names file, line and column and says what to change
 */
export function readMatrix(text: string, name: string): Tensor {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') throw new InputError(`${name} is empty; give it at least one row`);
  const { header, rows, places } = readDelimited(content, name);
  if (header) {
    const column = header.findIndex((cell) => readNumber(cell) === null);
    throw new InputError(
      `${name}, line 1, column ${column + 1}: “${header[column].trim()}” is not a number; a matrix has no header`,
    );
  }
  const columns = rows[0].length;
  const data = new Float64Array(rows.length * columns);
  for (const [i, row] of rows.entries()) {
    for (const [j, cell] of row.entries()) {
      const value = readNumber(textOf(cell));
      if (value === null) {
        const why = describeBadNumber(textOf(cell));
        throw new InputError(`${name}, ${places[i]}, column ${j + 1}: ${why}`);
      }
      data[i * columns + j] = value;
    }
  }
  return { shape: [rows.length, columns], data };
}
