import Papa from 'papaparse';

export type TableFormat = 'csv' | 'tsv' | 'json';

/** By the file's ending; CSV if it has none that is known. */
export function formatOf(fileName: string): TableFormat {
  if (/\.tsv$/i.test(fileName)) return 'tsv';
  return /\.json$/i.test(fileName) ? 'json' : 'csv';
}

/** A table as text. In JSON, cells that are numbers become numbers. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  format: TableFormat,
): string {
  if (format === 'json') {
    const records = rows.map((row) =>
      Object.fromEntries(header.map((name, i) => [name, jsonCell(row[i])])),
    );
    return `${JSON.stringify(records, null, 1)}\n`;
  }
  const delimiter = format === 'tsv' ? '\t' : ',';
  return `${Papa.unparse([[...header], ...rows.map((row) => [...row])], { delimiter, newline: '\n' })}\n`;
}

const jsonCell = (cell: string | number) =>
  typeof cell === 'string' && cell.trim() !== '' && Number.isFinite(Number(cell))
    ? Number(cell)
    : cell;

/** The shortest decimal that reads back to the same f32. */
export function shortestFloat32(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(value.toPrecision(9)));
}
