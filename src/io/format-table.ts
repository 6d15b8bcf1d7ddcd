import Papa from 'papaparse';
import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { jsonText } from './json-text.ts';
import { isNumeric } from './number-text.ts';
import { type Cell, textOf } from './table.ts';
import { writeNumber } from './write-number.ts';

export type TableFormat = 'csv' | 'tsv' | 'json';

export type FormattedRows = readonly (readonly (Cell | number)[])[];

/**
 * By the file's ending; CSV if it has none that is known.
 *
 * @throws InputError for an image's ending: a table under that name would be no image
 */
export function formatOf(fileName: string): TableFormat {
  if (/\.(png|jpe?g)$/i.test(fileName)) {
    throw new InputError(
      `${shorten(fileName, 60)}: a table is no image; name a .csv, .tsv or .json`,
    );
  }
  if (/\.(tsv|tab)$/i.test(fileName)) return 'tsv';
  return /\.json$/i.test(fileName) ? 'json' : 'csv';
}

/**
 * A table as text, each row with as many cells as the header. In JSON a row is an object. Every number
 * reads back to the same bits; in JSON the texts "NaN" and "Infinity" stand for what it has none for.
 */
export const formatTable = (
  header: readonly string[],
  rows: FormattedRows,
  format: TableFormat,
): string => {
  const { begin, block, end } = tableParts(header, format);
  return `${begin}${block(rows)}${end()}`;
};

/** The same in parts: what it begins with, one block of rows after another, what it ends with. */
export function tableParts(header: readonly string[], format: TableFormat) {
  if (format !== 'json') {
    const delimiter = format === 'tsv' ? '\t' : ',';
    return {
      begin: delimited([header], delimiter),
      block: (rows: FormattedRows) => delimited(rows, delimiter),
      end: () => '',
    };
  }
  const keys = header.map((name) => JSON.stringify(name));
  let isFirst = true;
  return {
    begin: '[',
    block(rows: FormattedRows): string {
      if (rows.length === 0) return '';
      const text = `${isFirst ? '' : ','}\n${records(keys, rows)}`;
      isFirst = false;
      return text;
    },
    end: () => '\n]\n',
  };
}

function delimited(rows: FormattedRows, delimiter: string): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(cellText));
  const isLone = rows[0].length === 1;
  // An empty cell alone would be an empty line, which is no row.
  const text = isLone
    ? cells.map((row) => (row[0] === '' ? '""' : Papa.unparse([row], { delimiter }))).join('\n')
    : Papa.unparse(cells, { delimiter, newline: '\n' });
  return `${text}\n`;
}

const cellText = (cell: Cell | number) =>
  typeof cell === 'number' ? writeNumber(cell) : textOf(cell);

const records = (keys: readonly string[], rows: FormattedRows) =>
  rows
    .map((row) => ` {${row.map((cell, i) => `${keys[i]}: ${jsonOf(cell)}`).join(', ')}}`)
    .join(',\n');

/** Cells of a CSV that are numbers become numbers, digit for digit; 007 is a name. */
function jsonOf(cell: Cell | number): string {
  if (typeof cell === 'object') return cell.json;
  if (typeof cell === 'number') return jsonText(cell);
  if (!isNumeric(cell) || /^\s*[+-]?0\d/.test(cell)) return JSON.stringify(cell);
  // JSON has no plus before a number, and digits on both sides of a point.
  return cell
    .trim()
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?!\d)/, '');
}
