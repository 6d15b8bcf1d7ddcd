import Papa from 'papaparse';
import { InputError } from '../base/input-error.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { isHeader } from './detect-header.ts';
import type { Table } from './table.ts';

/**
 * Reads a CSV or TSV. Empty lines are passed over.
 *
 * @param content not blank
 * @param name the file's name, for messages
 * @throws InputError for a quote that is not closed, ragged rows, or a header alone
 */
export function readDelimited(content: string, name: string): Table {
  const text = content.replace(/\r\n?/g, '\n');
  const { rows, lines } = parse(text, name);
  const [first, ...others] = rows;
  for (const [i, row] of rows.entries()) {
    if (row.length === first.length) continue;
    const cells = `${row.length} cell${row.length === 1 ? '' : 's'}`;
    throw new InputError(
      `${name}, line ${lines[i]}: ${cells} where the first row has ${first.length}; give every row the same number of cells`,
    );
  }
  const places = lines.map((line) => `line ${line}`);
  if (!isHeader(first, others)) return { header: null, rows, places };
  if (others.length === 0) {
    throw new InputError(`${name} has a header and no rows; give it at least one row`);
  }
  return { header: first, rows: others, places: places.slice(1) };
}

function parse(text: string, name: string): { rows: string[][]; lines: number[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  const failures: string[] = [];
  Papa.parse<string[]>(text, {
    delimiter: detectDelimiter(text),
    newline: '\n',
    step({ data, errors }) {
      for (const { message } of errors) failures.push(`${name}, line ${line}: ${message}`);
      if (data.length > 1 || data[0].trim() !== '') {
        rows.push(data);
        lines.push(line);
      }
      // A cell in quotes may go over several lines.
      line += 1 + data.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    },
  });
  if (failures.length > 0) throw new InputError(`${failures[0]}; close or double the quote`);
  return { rows, lines };
}
