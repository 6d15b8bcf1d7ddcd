import Papa from 'papaparse';
import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { shorten } from '../base/shorten.ts';
import { describeBadNumber } from './number-text.ts';
import type { ColumnData, Table } from './table.ts';

export interface Column {
  readonly index: number;
  /** No other column of the table has it. */
  readonly name: string;
}

/**
 * The table's columns, named: by its header, or x and y if it has two, or column_1, column_2, …
 * A name that comes again gets a number.
 */
export function namedColumns({ header, columns }: Table): Column[] {
  const own = header ?? (columns.length === 2 ? ['x', 'y'] : columns.map(() => ''));
  const names = own.map((name, index) => name.trim() || `column_${index + 1}`);
  const taken = new Set(names);
  return names.map((name, index) => {
    if (names.indexOf(name) === index) return { index, name };
    let copy = 2;
    while (taken.has(`${name}_${copy}`)) copy += 1;
    taken.add(`${name}_${copy}`);
    return { index, name: `${name}_${copy}` };
  });
}

/**
 * @param wanted names, or numbers from 1, separated by commas (a name with a comma in it stands in
 *   quotes); null chooses every numeric column that is not called cluster or label
 * @param fileName for messages
 * @throws InputError that names the columns there are
 */
export function chooseColumns(table: Table, wanted: string | null, fileName: string): Column[] {
  const columns = namedColumns(table);
  if (wanted === null) {
    return columns.filter(
      ({ index, name }) =>
        !['cluster', 'label'].includes(name.toLowerCase()) && isMostlyNumeric(table.columns[index]),
    );
  }
  const [words] = Papa.parse<string[]>(wanted, { delimiter: ',' }).data;
  const chosen = words.map((text) => {
    const asked = text.trim();
    const byNumber = /^\d+$/.test(asked) ? columns[Number(asked) - 1] : undefined;
    const column = columns.find(({ name }) => name === asked) ?? byNumber;
    if (column) return column;
    throw new InputError(
      `${shorten(fileName, 60)} has no column ${quoted(asked)}; its columns are ${shorten(columns.map(({ name }) => name).join(', '), 60)}`,
    );
  });
  const twice = chosen.find((column, i) => chosen.indexOf(column) !== i);
  if (twice)
    throw new InputError(`--columns names ${quoted(twice.name)} twice; name each column once`);
  return chosen;
}

/**
 * @returns the column's numbers, one a row
 * @throws InputError at the first cell that is none, with file, line and column
 */
export function readNumbers(table: Table, column: Column, fileName: string): Float64Array {
  const { values, firstBad } = table.columns[column.index];
  if (!firstBad) return values;
  const where = `${shorten(fileName, 60)}, ${firstBad.place}, column ${shorten(column.name, 20)}`;
  throw new InputError(
    `${where}: ${describeBadNumber(firstBad.text)}; give a number, or leave the column out with --columns`,
  );
}

/** A column of numbers with a slip in it is meant as numbers; a column of names is not. */
const isMostlyNumeric = ({ meant, filled }: ColumnData) => meant > 0 && 2 * meant >= filled;
