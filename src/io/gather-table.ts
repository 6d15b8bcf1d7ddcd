import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { dataInHeader, isHeader } from './detect-header.ts';
import { emptyLinesNotice } from './empty-lines-notice.ts';
import { checkNumbers, createGrowingNumbers } from './growing-numbers.ts';
import { isDateOrTime, isMeantAsNumber, isNumeric } from './number-text.ts';
import type { RowSource } from './row-source.ts';
import {
  type BadCell,
  type Cell,
  type ColumnData,
  type RowBlock,
  type Table,
  textOf,
} from './table.ts';

/**
 * Goes through a file's rows once and keeps their numbers.
 *
 * @throws InputError for no rows, ragged ones, or more numbers than memory is taken for
 */
export async function gatherTable(
  source: RowSource,
  mostRows = Number.POSITIVE_INFINITY,
): Promise<Table> {
  const { label } = source;
  let first: { cells: readonly Cell[]; place: string } | null = null;
  let below: ReturnType<typeof createColumn>[] = [];
  let length = 0;
  let emptyLines = 0;
  for await (const found of source.blocks()) {
    emptyLines += found.emptyLines;
    for (const [i, cells] of found.rows.entries()) {
      const line = found.lines[i];
      if (!first) {
        first = { cells, place: source.placeOf(0, line) };
        below = cells.map(createColumn);
        continue;
      }
      if (cells.length !== first.cells.length) {
        const count = `${cells.length} cell${cells.length === 1 ? '' : 's'}`;
        throw new InputError(
          `${label}, ${source.placeOf(length + 1, line)}: ${count} where the first row has ${first.cells.length}; give every row the same number of cells`,
        );
      }
      const place = () => source.placeOf(length + 1, line);
      // The first row may be a header, which is known only at the end.
      if (length + 1 > mostRows) throw tooMany(label, mostRows);
      checkNumbers((length + 2) * cells.length, label);
      for (let k = 0; k < cells.length; k++) below[k].add(textOf(cells[k]), length, place);
      length += 1;
    }
  }
  if (!first) throw new InputError(`${label} is empty; give it at least one row`);
  const notices = emptyLines > 0 ? [emptyLinesNotice(label, emptyLines)] : [];
  const keys = source.keys();
  const texts = first.cells.map(textOf);
  const isNamed =
    !keys &&
    isHeader(
      texts,
      below.map((column) => column.hasNumbers()),
    );
  if (isNamed && length === 0) {
    throw new InputError(`${label} has a header and no rows; give it at least one row`);
  }
  const { place } = first;
  const odd = isNamed ? dataInHeader(texts) : [];
  if (odd.length > 0) {
    const cells = shorten(odd.map((it) => it.trim() || '(empty)').join(', '), 60);
    notices.push(
      `${label}, ${place}: taken for the header, and no row of data, although it has ${cells}`,
    );
  }
  if (!isNamed && length + 1 > mostRows) throw tooMany(label, mostRows);
  return {
    header: keys ?? (isNamed ? texts : null),
    length: isNamed ? length : length + 1,
    columns: below.map((column, k) => column.end(isNamed ? null : { text: texts[k], place })),
    notices,
    blocks: () => rowsOf(source, isNamed),
  };
}

async function* rowsOf(source: RowSource, hasHeader: boolean): AsyncGenerator<RowBlock> {
  let isFirst = hasHeader;
  for await (const { rows } of source.blocks()) {
    yield isFirst ? rows.slice(1) : rows;
    if (rows.length > 0) isFirst = false;
  }
}

const tooMany = (label: string, most: number) =>
  new InputError(
    `${label} has more than ${most.toLocaleString('en')} rows, the most that memory is taken for; give fewer`,
  );

/** Collects a column; the place of its first row is kept, since that may be data or the header. */
function createColumn() {
  const numbers = createGrowingNumbers();
  numbers.push(Number.NaN);
  let filled = 0;
  let meant = 0;
  let finite = 0;
  let firstBad: BadCell | null = null;

  function read(text: string): number {
    const isNumber = isNumeric(text);
    if (isNumber || text.trim() !== '') filled += 1;
    if (isNumber || (isMeantAsNumber(text) && !isDateOrTime(text))) meant += 1;
    return isNumber ? Number(text) : Number.NaN;
  }

  return {
    hasNumbers: () => finite > 0,
    /** @param row below the first */
    add(text: string, row: number, place: () => string) {
      const value = read(text);
      numbers.push(value);
      if (!Number.isNaN(value)) finite += 1;
      else firstBad ??= { row, text, place: place() };
    },
    /** @param top the first row's cell if it is data */
    end(top: { readonly text: string; readonly place: string } | null): ColumnData {
      const all = numbers.all();
      if (!top) return { values: all.subarray(1), filled, meant, firstBad };
      all[0] = read(top.text);
      const bad = Number.isNaN(all[0])
        ? { row: 0, ...top }
        : firstBad && { ...firstBad, row: firstBad.row + 1 };
      return { values: all, filled, meant, firstBad: bad };
    },
  };
}
