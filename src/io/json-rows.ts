import { createPause } from '../base/create-pause.ts';
import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { shorten } from '../base/shorten.ts';
import { jsonContent } from './json-content.ts';
import { describeToken, type JsonToken, jsonTokens } from './json-tokens.ts';
import type { ReadOptions } from './read-options.ts';
import type { FoundRows, RowSource } from './row-source.ts';
import type { JsonCell } from './table.ts';
import type { TextFile } from './text-file.ts';

const rowsAtOnce = 1000;

/**
 * The rows of a JSON array: arrays of cells, or objects that all have the same keys. A cell is a
 * number, a text, true, false or null.
 */
export async function jsonRows(file: TextFile, options: ReadOptions): Promise<RowSource> {
  const label = shorten(file.name, 60);
  const text = await jsonContent(file, createPause(options.signal));
  let keys: readonly string[] | null = null;

  async function* blocks(): AsyncGenerator<FoundRows> {
    const pause = createPause(options.signal);
    const tokens = jsonTokens(text, label);
    const readRow = createRowReader(tokens, label);
    let rows: (readonly JsonCell[])[] = [];
    let lines: number[] = [];
    const first = tokens.next();
    if (first.kind === 'end') throw new InputError(`${label} is empty; give it at least one row`);
    if (first.kind !== '[') {
      throw new InputError(
        `${label} is no array of rows; give [[1, 2], …] or [{"x": 1, "y": 2}, …]`,
      );
    }
    let token = tokens.next();
    if (token.kind === ']') {
      throw new InputError(`${label} holds no rows; give an array of at least one row`);
    }
    for (;;) {
      lines.push(token.line);
      rows.push(readRow.row(token));
      keys = readRow.keys();
      const after = tokens.next();
      const isLast = after.kind === ']';
      if (after.kind !== ',' && !isLast) tokens.refuse(after, describeToken(after));
      if (isLast || rows.length === rowsAtOnce) {
        yield { rows, lines, emptyLines: 0 };
        [rows, lines] = [[], []];
        await pause();
      }
      if (isLast) break;
      token = tokens.next();
    }
    const end = tokens.next();
    if (end.kind !== 'end') tokens.refuse(end, describeToken(end));
  }

  return {
    label,
    blocks,
    keys: () => keys,
    placeOf: (row, line) => `row ${row + 1} (line ${line})`,
  };
}

/** Reads one row after another, each with as many cells, or with the same keys, as the first. */
function createRowReader(tokens: ReturnType<typeof jsonTokens>, label: string) {
  let keys: readonly string[] | null = null;
  let width: number | null = null;
  let count = 0;

  function row(first: JsonToken): readonly JsonCell[] {
    count += 1;
    if (',:]}end'.includes(first.kind)) tokens.refuse(first, describeToken(first));
    const cells =
      first.kind === '[' ? readArray() : first.kind === '{' ? readObject(first) : refuseRow(first);
    if (cells.length === 0 || cells.length !== (width ?? cells.length)) refuseRow(first);
    width = cells.length;
    return cells;

    function readArray(): JsonCell[] {
      if (keys) refuseRow(first);
      return readMembers(']', (token) => readCell(token));
    }

    function readObject(at: JsonToken): JsonCell[] {
      if (width !== null && !keys) refuseRow(at);
      const found = new Map<string, JsonCell>();
      readMembers('}', (token) => {
        if (token.kind !== 'string') tokens.refuse(token, describeToken(token));
        const colon = tokens.next();
        if (colon.kind !== ':') tokens.refuse(colon, describeToken(colon));
        if (found.has(token.value)) {
          throw new InputError(
            `${label}, row ${count} (line ${token.line}): the key ${quoted(token.value)} comes twice; give each value a key of its own`,
          );
        }
        const cell = readCell(tokens.next());
        found.set(token.value, cell);
        return cell;
      });
      keys ??= [...found.keys()];
      if (found.size !== keys.length) refuseRow(at);
      return keys.map((key) => found.get(key) ?? refuseRow(at));
    }

    function readMembers(close: ']' | '}', read: (token: JsonToken) => JsonCell): JsonCell[] {
      const members: JsonCell[] = [];
      let token = tokens.next();
      if (token.kind === close) return members;
      for (;;) {
        members.push(read(token));
        token = tokens.next();
        if (token.kind === close) return members;
        if (token.kind !== ',') tokens.refuse(token, describeToken(token));
        token = tokens.next();
      }
    }

    function readCell(token: JsonToken): JsonCell {
      const { kind, value, json } = token;
      if (kind === '[' || kind === '{') refuseRow(first);
      if (kind !== 'string' && kind !== 'number' && kind !== 'literal') {
        tokens.refuse(token, describeToken(token));
      }
      return { text: json === 'null' ? '' : value, json };
    }
  }

  function refuseRow({ line }: JsonToken): never {
    const wanted = keys ? `keys ${shorten(keys.join(', '), 40)}` : 'number of cells, at least one';
    throw new InputError(
      `${label}, row ${count} (line ${line}): not a row of numbers and texts like the first; give every row the same ${wanted}`,
    );
  }

  return { row, keys: () => keys };
}
