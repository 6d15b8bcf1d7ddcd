import { InputError } from '../world/input-error.ts';
import { isMeantAsNumber, isNumeric, type Table } from './read-table.ts';

export interface Column {
  readonly index: number;
  readonly name: string;
}

/**
 * The table's columns, named: by its header, or x and y if it has two, or column_1, column_2, …
 */
export function namedColumns({ header, rows }: Table): Column[] {
  const names =
    header ??
    (rows[0].length === 2 ? ['x', 'y'] : rows[0].map((_, index) => `column_${index + 1}`));
  return names.map((name, index) => ({ index, name }));
}

/**
 * @param wanted names, or numbers from 1, separated by commas; null chooses every numeric column
 *   that is not called cluster or label
 * @param fileName for messages
 * @throws InputError that names the columns there are
 */
export function chooseColumns(table: Table, wanted: string | null, fileName: string): Column[] {
  const columns = namedColumns(table);
  if (wanted === null) {
    return columns.filter(
      ({ index, name }) =>
        !['cluster', 'label'].includes(name.toLowerCase()) && isMostlyNumeric(table, index),
    );
  }
  const chosen = wanted.split(',').map((text) => {
    const asked = text.trim();
    const column =
      columns.find(({ name }) => name === asked) ?? columns[Number(asked || Number.NaN) - 1];
    if (column) return column;
    throw new InputError(
      `${fileName} has no column “${asked}”; its columns are ${columns.map(({ name }) => name).join(', ')}`,
    );
  });
  const twice = chosen.find((column, i) => chosen.indexOf(column) !== i);
  if (twice) throw new InputError(`--columns names “${twice.name}” twice; name each column once`);
  return chosen;
}

/**
 * @returns the column's numbers, one a row
 * @throws InputError at the first cell that is none, with file, line and column
 */
export function readNumbers(table: Table, column: Column, fileName: string): Float64Array {
  return Float64Array.from(table.rows, (row, i) => {
    const cell = row[column.index];
    if (isNumeric(cell)) return Number(cell);
    const where = table.lines ? `line ${table.lines[i]}` : `row ${i + 1}`;
    const what =
      cell.trim() === '' ? 'the cell is empty' : `“${cell.trim()}” is not a finite number`;
    throw new InputError(
      `${fileName}, ${where}, column ${column.name}: ${what}; give a number, or leave the column out with --columns`,
    );
  });
}

/** A column of numbers with a slip in it is meant as numbers; a column of names is not. */
function isMostlyNumeric({ rows }: Table, index: number): boolean {
  const filled = rows.map((row) => row[index]).filter((cell) => cell.trim() !== '');
  const numbers = filled.filter(isMeantAsNumber).length;
  return numbers > 0 && 2 * numbers >= filled.length;
}
