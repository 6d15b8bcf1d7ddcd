import { delimitedRows } from './delimited-rows.ts';
import { gatherTable } from './gather-table.ts';
import { isJsonFile } from './is-json-file.ts';
import { jsonRows } from './json-rows.ts';
import type { ReadOptions } from './read-options.ts';
import type { Table } from './table.ts';
import type { TextFile } from './text-file.ts';

/**
 * Reads a CSV, a TSV (any delimiter that can be told from the text) or a JSON array of rows, in
 * slices. The file's ending says which, or else its first character.
 *
 * @throws InputError that names file, line and column and says what to change
 */
export async function readTable(file: TextFile, options: ReadOptions = {}): Promise<Table> {
  const source = isJsonFile(file) ? await jsonRows(file, options) : delimitedRows(file, options);
  return gatherTable(source, options.mostRows);
}
