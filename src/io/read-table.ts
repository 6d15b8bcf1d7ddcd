import Papa from 'papaparse';
import { InputError } from '../world/input-error.ts';

export interface Table {
  /** Names from the header, or null where there was none. */
  readonly header: readonly string[] | null;
  /** Cells as they were written; every row has as many as the first. At least one row. */
  readonly rows: readonly (readonly string[])[];
  /** The line of the file that each row began on, from 1; null where the format has none (JSON). */
  readonly lines: readonly number[] | null;
}

/**
 * Reads a CSV, a TSV (any delimiter that can be told from the text) or a JSON array of rows.
 *
 * @param name the file's name, for messages
 * @throws InputError that names file, line and column and says what to change
 */
export function readTable(text: string, name: string): Table {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') throw new InputError(`${name} is empty; give it at least one row`);
  return /^\s*\[/.test(content) ? readJson(content, name) : readDelimited(content, name);
}

function readDelimited(text: string, name: string): Table {
  const lines: number[] = [];
  const cells: string[][] = [];
  let line = 1;
  let at = 0;
  let quoteError: { readonly message: string; readonly line: number } | null = null;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, meta, errors }) {
      if (errors.length > 0 && !quoteError) quoteError = { message: errors[0].message, line };
      const isBlank = data.length === 1 && data[0].trim() === '';
      if (!isBlank) {
        lines.push(line);
        cells.push(data);
      }
      line += countLines(text.slice(at, meta.cursor));
      at = meta.cursor;
    },
  });
  if (quoteError) {
    const { message, line: where } = quoteError as { message: string; line: number };
    throw new InputError(`${name}, line ${where}: ${message}; close or double the quote`);
  }
  const [first] = cells;
  const hasHeader = isHeader(first, cells.slice(1));
  for (const [i, row] of cells.entries()) {
    if (row.length === first.length) continue;
    throw new InputError(
      `${name}, line ${lines[i]}: ${counted(row.length, 'cell')} where the first row has ${first.length}; give every row the same number of cells`,
    );
  }
  if (!hasHeader) return { header: null, rows: cells, lines };
  if (cells.length === 1) {
    throw new InputError(`${name} has a header and no rows; give it at least one row`);
  }
  const header = first.map((cell, i) => cell.trim() || `column_${i + 1}`);
  return { header, rows: cells.slice(1), lines: lines.slice(1) };
}

/**
 * A first row of words is a header; one with numbers in it only if it names a column of numbers.
 * “1o” is a number with a slip in it, not a name.
 */
function isHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim() !== '' && !isMeantAsNumber(cell));
  const allNames = first.every((cell, i) => names[i] || cell.trim() === '');
  if (allNames) return names.includes(true);
  return names.some((isName, i) => isName && others.some((row) => isNumeric(row[i] ?? '')));
}

/** Tab, semicolon or comma: the one that the first line has most of. */
function delimiterOf(text: string): string {
  const [firstLine] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const counts = ['\t', ';', ','].map((delimiter) => firstLine.split(delimiter).length);
  return ['\t', ';', ','][counts.indexOf(Math.max(...counts))];
}

function readJson(text: string, name: string): Table {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name} is no valid JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(data) || data.length === 0) {
    throw new InputError(`${name} holds no rows; give an array of at least one row`);
  }
  const areObjects = !Array.isArray(data[0]) && typeof data[0] === 'object' && data[0] !== null;
  const header = areObjects ? Object.keys(data[0] as object) : null;
  const width = header?.length ?? (Array.isArray(data[0]) ? data[0].length : 0);
  const rows = data.map((row: unknown, i) => {
    const values = header && isRecord(row) ? header.map((key) => row[key]) : row;
    const fits = Array.isArray(values) && !values.includes(undefined);
    if (!fits || values.length !== width || width === 0) {
      throw new InputError(
        `${name}, row ${i + 1}: not a row like the first; give every row the same ${header ? `keys ${header.join(', ')}` : `number of cells, at least one`}`,
      );
    }
    return values.map((value) => (typeof value === 'string' ? value : String(value)));
  });
  return { header, rows, lines: null };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const countLines = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** A finite decimal number, as spreadsheets and programs write it. */
export const isNumeric = (cell: string) =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(cell) && Number.isFinite(Number(cell));

/** A number, well written or not: it begins like one, or is one of the words that stand for none. */
export const isMeantAsNumber = (cell: string) =>
  /^\s*([+-]?\.?\d|[+-]?(nan|inf(inity)?)\s*$)/i.test(cell);

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
