import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { delimitedRows } from './delimited-rows.ts';
import { emptyLinesNotice } from './empty-lines-notice.ts';
import { checkNumbers, createGrowingNumbers } from './growing-numbers.ts';
import { describeBadNumber } from './number-text.ts';
import { readNumber } from './read-number.ts';
import type { ReadOptions } from './read-options.ts';
import { textOf } from './table.ts';
import type { Tensor } from './tensor.ts';
import type { TextFile } from './text-file.ts';

/** A tensor as it was read, and what a person should know of that, a sentence each. */
export interface ReadTensor extends Tensor {
  readonly notices: readonly string[];
}

/**
 * Reads a delimited text of numbers alone as a matrix, one row a line, in slices. NaN and Infinity are
 * numbers here.
 *
 * @throws InputError that names file, line and column and says what to change
 */
export async function readMatrix(file: TextFile, options: ReadOptions = {}): Promise<ReadTensor> {
  const source = delimitedRows(file, options);
  const { label } = source;
  const numbers = createGrowingNumbers();
  let rows = 0;
  let columns = 0;
  let emptyLines = 0;
  for await (const found of source.blocks()) {
    emptyLines += found.emptyLines;
    for (const [i, row] of found.rows.entries()) {
      const place = `${label}, line ${found.lines[i]}`;
      if (rows === 0) columns = row.length;
      if (row.length !== columns) {
        throw new InputError(
          `${place}: ${row.length} cell${row.length === 1 ? '' : 's'} where the first row has ${columns}; give every row the same number of cells`,
        );
      }
      rows += 1;
      checkNumbers(rows * columns, label);
      for (const [j, cell] of row.entries()) {
        const text = textOf(cell);
        const value = readNumber(text);
        if (value === null) {
          const isHeader = rows === 1 && text.trim() !== '' && !/\d/.test(text);
          const why = isHeader
            ? `${quoted(text.trim())} is not a number; a matrix has no header`
            : describeBadNumber(text);
          throw new InputError(`${place}, column ${j + 1}: ${why}`);
        }
        numbers.push(value);
      }
    }
  }
  if (rows === 0) throw new InputError(`${label} is empty; give it at least one row`);
  return {
    shape: [rows, columns],
    data: numbers.all().slice(),
    notices: emptyLines > 0 ? [emptyLinesNotice(label, emptyLines)] : [],
  };
}
