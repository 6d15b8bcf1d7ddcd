import { type AnyNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { InputError } from '../base/input-error.ts';
import { isHeader } from './detect-header.ts';
import { type JsonCell, type Table, textOf } from './table.ts';

/**
 * Reads a JSON array of rows: arrays of cells, of which the first may be a header, or objects that
 * all have the same keys. A cell is a number, a text, true, false or null.
 *
 * The parser tells lines and keeps numbers as they were written, which JSON.parse does not.
 *
 * @param name the file's name, for messages
 * @throws InputError that names the row and its line
 */
export function readJson(text: string, name: string): Table {
  const body = parseJson(text, name);
  if (body.type !== 'Array') {
    throw new InputError(`${name} is no array of rows; give [[1, 2], …] or [{"x": 1, "y": 2}, …]`);
  }
  if (body.elements.length === 0) {
    throw new InputError(`${name} holds no rows; give an array of at least one row`);
  }
  const rows = body.elements.map(({ value }, i) => ({
    place: `row ${i + 1} (line ${value.loc.start.line})`,
    cells: readRow(value, text),
  }));
  const [first] = rows;
  const names = first.cells && [...first.cells.keys()];
  for (const { place, cells } of rows) {
    const fits = names && cells?.size === names.length && names.every((key) => cells.has(key));
    if (fits && names.length > 0) continue;
    const wanted = hasKeys(names) ? `keys ${names.join(', ')}` : 'number of cells, at least one';
    throw new InputError(
      `${name}, ${place}: not a row of numbers and texts like the first; give every row the same ${wanted}`,
    );
  }
  const table = {
    header: hasKeys(names) ? names : null,
    rows: rows.map(({ cells }) => names!.map((key) => cells!.get(key)!)),
    places: rows.map(({ place }) => place),
  };
  return table.header ? table : withHeader(table, name);
}

/** An array's cells are known by their number, an object's by their key. */
type Cells = ReadonlyMap<string | number, JsonCell>;

const hasKeys = (names: (string | number)[] | null): names is string[] =>
  typeof names?.[0] === 'string';

function parseJson(text: string, name: string): ValueNode {
  try {
    return parse(text, { mode: 'json', ranges: true }).body;
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(`${name} is no valid JSON: ${message.replace(/\((\d+):(\d+)\)$/, at)}`);
  }
}

const at = (_: string, line: string, column: string) => `(line ${line}, column ${column})`;

/** @returns null for what is no row, and for a row in which a key comes twice */
function readRow(row: ValueNode, text: string): Cells | null {
  const cells = new Map<string | number, JsonCell>();
  const add = (key: string | number, node: ValueNode) => {
    const cell = readCell(node, text);
    const isNew = cell !== null && !cells.has(key);
    if (isNew) cells.set(key, cell);
    return isNew;
  };
  if (row.type === 'Array') {
    return row.elements.every(({ value }, i) => add(i, value)) ? cells : null;
  }
  if (row.type !== 'Object') return null;
  const isRow = row.members.every(({ name, value }) =>
    add(name.type === 'String' ? name.value : name.name, value),
  );
  return isRow ? cells : null;
}

function readCell(node: ValueNode, text: string): JsonCell | null {
  const json = text.slice(...rangeOf(node));
  if (node.type === 'String') return { text: node.value, json };
  if (node.type === 'Null') return { text: '', json };
  return node.type === 'Number' || node.type === 'Boolean' ? { text: json, json } : null;
}

const rangeOf = ({ loc }: AnyNode): [number, number] => [loc.start.offset, loc.end.offset];

function withHeader(table: Table, name: string): Table {
  const [first, ...others] = table.rows.map((row) => row.map(textOf));
  if (!isHeader(first, others)) return table;
  if (others.length === 0) {
    throw new InputError(`${name} has a header and no rows; give it at least one row`);
  }
  return { header: first, rows: table.rows.slice(1), places: table.places.slice(1) };
}
