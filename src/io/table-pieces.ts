import { createPause } from '../base/create-pause.ts';
import { type FormattedRows, type TableFormat, tableParts } from './format-table.ts';

/**
 * `formatTable` for any number of rows, which as one text would take gigabytes: in slices, a piece for
 * each block of rows.
 */
export async function* tablePieces(
  header: readonly string[],
  blocks: AsyncIterable<FormattedRows> | Iterable<FormattedRows>,
  format: TableFormat,
): AsyncGenerator<string> {
  const pause = createPause();
  const { begin, block, end } = tableParts(header, format);
  yield begin;
  for await (const rows of blocks) {
    yield block(rows);
    await pause();
  }
  yield end();
}
