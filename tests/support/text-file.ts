import { readTable } from '../../src/io/read-table.ts';
import { textOf } from '../../src/io/table.ts';
import type { TextFile } from '../../src/io/text-file.ts';
import { collect } from './collect.ts';

export const textFile = (content: string, name: string): TextFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

export const readText = (content: string, name: string) => readTable(textFile(content, name));

/** A table's cells as texts, and all that is told of it. */
export async function readTexts(content: string, name: string) {
  const table = await readText(content, name);
  const rows = (await collect(table.blocks())).flat().map((row) => row.map(textOf));
  return { header: table.header, rows, notices: table.notices };
}
