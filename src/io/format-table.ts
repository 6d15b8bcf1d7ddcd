import Papa from 'papaparse';
import { InputError } from '../base/input-error.ts';
import { isNumeric } from './number-text.ts';
import { type Cell, textOf } from './table.ts';

export type TableFormat = 'csv' | 'tsv' | 'json';

/**
 * By the file's ending; CSV if it has none that is known.
 *
 * @throws InputError for an image's ending: a table under that name would be no image
 */
export function formatOf(fileName: string): TableFormat {
  if (/\.(png|jpe?g)$/i.test(fileName)) {
    throw new InputError(`${fileName}: an image is not there yet; name a .csv, .tsv or .json`);
  }
  if (/\.(tsv|tab)$/i.test(fileName)) return 'tsv';
  return /\.json$/i.test(fileName) ? 'json' : 'csv';
}

/** A table as text, each row with as many cells as the header. In JSON a row is an object. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly (Cell | number)[])[],
  format: TableFormat,
): string {
  if (format === 'json') return formatJson(header, rows);
  const delimiter = format === 'tsv' ? '\t' : ',';
  const cells = rows.map((row) => row.map((it) => (typeof it === 'number' ? it : textOf(it))));
  return `${Papa.unparse([[...header], ...cells], { delimiter, newline: '\n' })}\n`;
}

function formatJson(
  header: readonly string[],
  rows: readonly (readonly (Cell | number)[])[],
): string {
  const keys = header.map((name) => JSON.stringify(name));
  const records = rows.map(
    (row) => ` {${row.map((cell, i) => `${keys[i]}: ${jsonOf(cell)}`).join(', ')}}`,
  );
  return `[\n${records.join(',\n')}\n]\n`;
}

/** Cells of a CSV that are numbers become numbers; 007 is a name. */
function jsonOf(cell: Cell | number): string {
  if (typeof cell === 'object') return cell.json;
  const isNumber = typeof cell === 'number' || (isNumeric(cell) && !/^\s*[+-]?0\d/.test(cell));
  return JSON.stringify(isNumber ? Number(cell) : cell);
}

/** The shortest decimal that reads back to the same f32; as numpy prints it. */
export function shortestFloat32(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(roundToEven(value, digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(roundToEven(value, 9)));
}

/** `toPrecision`, but for a value just between two decimals, which goes to the even one. */
function roundToEven(value: number, digits: number): string {
  const up = value.toPrecision(digits);
  // A f32 near one ends after at most 48 digits, so this is the value itself.
  const [mantissa, exponent] = value.toExponential(60).split('e');
  const kept = mantissa.slice(0, mantissa.indexOf('.') + digits);
  const isTie = /^\.?50*$/.test(mantissa.slice(kept.length));
  return isTie && /[02468]\.?$/.test(kept) ? `${kept}e${exponent}` : up;
}
