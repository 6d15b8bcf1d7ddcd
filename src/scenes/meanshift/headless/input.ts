import { InputError } from '../../../base/input-error.ts';
import { runInSlices } from '../../../base/run-in-slices.ts';
import { shorten } from '../../../base/shorten.ts';
import { checkBatches } from '../../../gpu/meanshift/check-batches.ts';
import {
  type Column,
  chooseColumns,
  namedColumns,
  readNumbers,
} from '../../../io/choose-columns.ts';
import { describeBadNumber } from '../../../io/number-text.ts';
import type { ReadOptions } from '../../../io/read-options.ts';
import { readTable } from '../../../io/read-table.ts';
import { rowBlocks } from '../../../io/row-blocks.ts';
import { shortestFloat32 } from '../../../io/shortest-float32.ts';
import type { RowBlock, Table } from '../../../io/table.ts';
import type { TextFile } from '../../../io/text-file.ts';
import { lessonClusters } from '../../../maths/lesson-clusters.ts';
import type { MeanShiftValues } from '../parameters.ts';

/** What a run works on: n points, and the table that they are columns of. */
export interface MeanShiftInput {
  /** The names of the columns that are x and y. */
  readonly columns: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The table's columns as its header writes them, and by names that are each their own. */
  readonly header: readonly string[];
  readonly names: readonly string[];
  /** What a person should know of how the table was read. */
  readonly notices: readonly string[];
  /** The table's rows as they were written. */
  blocks(): AsyncIterable<RowBlock> | Iterable<RowBlock>;
  /** The lesson's own points, which are f32 and stay as they are. */
  readonly isLesson: boolean;
}

/** Beyond this no machine gets through a step, and memory ends first. */
const mostPoints = 2 ** 22;

/**
 * The lesson's points for the seed, clusters, samples and spread that were asked for.
 *
 * @throws InputError before anything is drawn if there are too many
 */
export async function drawLesson(
  values: MeanShiftValues,
  { signal }: ReadOptions,
): Promise<MeanShiftInput> {
  const count = values.clusters * values.samples;
  if (count > mostPoints) {
    throw new InputError(
      `--clusters ${values.clusters} and --samples ${values.samples} make ${count} points; at most ${mostPoints} are possible`,
    );
  }
  checkBatches(count, values.batch);
  const { x, y } = (await runInSlices(lessonClusters(values), signal)).points;
  return {
    columns: ['x', 'y'],
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    header: ['x', 'y'],
    names: ['x', 'y'],
    notices: [],
    blocks: () => rowBlocks(x.length, (row) => [shortestFloat32(x[row]), shortestFloat32(y[row])]),
    isLesson: true,
  };
}

/**
 * Two columns of a table.
 *
 * @param wanted what `--columns` says, or null
 * @throws InputError that names file, line and column and says what to change
 */
export async function readPoints(
  file: TextFile,
  wanted: string | null,
  reading: ReadOptions,
): Promise<MeanShiftInput> {
  const { name } = file;
  const table = await readTable(file, { ...reading, mostRows: mostPoints });
  const all = namedColumns(table);
  let columns = chooseColumns(table, wanted, name);
  // Of a table with just two columns both are meant: then the cell that is no number is named.
  if (wanted === null && all.length === 2) columns = all;
  const names = all.map((column) => column.name);
  if (columns.length !== 2) {
    const why = columns.length < 2 ? firstWord(table, columns, all) : '';
    throw new InputError(
      `${shorten(name, 60)}: mean shift takes two numeric columns, and this picks ${columns.length}; choose two of ${shorten(names.join(', '), 40)} with --columns${why}`,
    );
  }
  const [x, y] = columns.map((column) => readNumbers(table, column, name));
  return {
    columns: columns.map((column) => column.name),
    x,
    y,
    header: table.header ?? names,
    names,
    notices: table.notices,
    blocks: () => table.blocks(),
    isLesson: false,
  };
}

/** Where a column that was not taken for numbers has its first word. */
function firstWord(table: Table, chosen: readonly Column[], all: readonly Column[]): string {
  const words = all.flatMap((column) => {
    const { firstBad } = table.columns[column.index];
    return firstBad && !chosen.includes(column) ? [{ ...firstBad, column }] : [];
  });
  if (words.length === 0) return '';
  const first = words.reduce((a, b) => (b.row < a.row ? b : a));
  const what = describeBadNumber(shorten(first.text, 20));
  return ` (${first.place}, column ${shorten(first.column.name, 20)}: ${what})`;
}
