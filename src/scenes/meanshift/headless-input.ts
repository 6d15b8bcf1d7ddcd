import { InputError } from '../../base/input-error.ts';
import { runInSlices } from '../../base/run-in-slices.ts';
import { chooseColumns, namedColumns, readNumbers } from '../../io/choose-columns.ts';
import { decodeText } from '../../io/decode-text.ts';
import { shortestFloat32 } from '../../io/format-table.ts';
import { describeBadNumber, isNumeric } from '../../io/number-text.ts';
import { readTable } from '../../io/read-table.ts';
import { type Cell, type Table, textOf } from '../../io/table.ts';
import { lessonClusters } from '../../maths/lesson-clusters.ts';
import { defaultValues } from '../../world/parameters.ts';
import type { HeadlessRequest } from '../headless-scene.ts';
import { parameters } from './parameters.ts';

/** What a run works on: n points, and the table that they are columns of. */
export interface MeanShiftInput {
  /** The names of the columns that are x and y. */
  readonly columns: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The table's columns as its header writes them, and by names that are each their own. */
  readonly header: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The lesson's own points, which are f32 and stay as they are. */
  readonly isLesson: boolean;
}

/** Beyond this no machine gets through a step, and memory ends first. */
const mostDrawn = 2 ** 22;

/**
 * The lesson's points for the seed, clusters, samples and spread that were asked for.
 *
 * @throws InputError before anything is drawn if there are too many
 */
export async function drawLesson({ given, seed }: HeadlessRequest): Promise<MeanShiftInput> {
  const values = {
    ...defaultValues(parameters),
    ...(given as Partial<Record<'clusters' | 'samples' | 'spread', number>>),
    ...(seed === null ? {} : { seed }),
  };
  const count = values.clusters * values.samples;
  if (count > mostDrawn) {
    throw new InputError(
      `--clusters ${values.clusters} and --samples ${values.samples} make ${count} points; at most ${mostDrawn} are possible`,
    );
  }
  const { x, y } = (await runInSlices(lessonClusters(values))).points;
  return {
    columns: ['x', 'y'],
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    header: ['x', 'y'],
    names: ['x', 'y'],
    rows: Array.from(x, (value, row) => [shortestFloat32(value), shortestFloat32(y[row])]),
    isLesson: true,
  };
}

/**
 * Two columns of a table.
 *
 * @param wanted what `--columns` says, or null
 * @throws InputError that names file, line and column and says what to change
 */
export function readPoints(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  wanted: string | null,
): MeanShiftInput {
  const table = readTable(decodeText(bytes, name), name);
  const all = namedColumns(table);
  let columns = chooseColumns(table, wanted, name);
  // Of a table with just two columns both are meant: then the cell that is no number is named.
  if (wanted === null && all.length === 2) columns = all;
  const names = all.map((column) => column.name);
  if (columns.length !== 2) {
    const why =
      columns.length < 2
        ? firstWord(
            table,
            columns.map(({ index }) => index),
            names,
          )
        : '';
    throw new InputError(
      `${name}: mean shift takes two numeric columns for now, other numbers of them not yet, and this picks ${columns.length}; choose two of ${names.join(', ')} with --columns${why}`,
    );
  }
  const [x, y] = columns.map((column) => readNumbers(table, column, name));
  return {
    columns: columns.map((column) => column.name),
    x,
    y,
    header: table.header ?? names,
    names,
    rows: table.rows,
    isLesson: false,
  };
}

/** Where a column that was not taken for numbers has its first word. */
function firstWord(table: Table, chosen: readonly number[], names: readonly string[]): string {
  for (const [i, row] of table.rows.entries()) {
    const column = row.findIndex((cell, k) => !chosen.includes(k) && !isNumeric(textOf(cell)));
    if (column < 0) continue;
    const what = describeBadNumber(textOf(row[column]));
    return ` (${table.places[i]}, column ${names[column]}: ${what})`;
  }
  return '';
}
