import Papa from 'papaparse';
import { createPause } from '../base/create-pause.ts';
import type { TableFormat } from './format-table.ts';
import { jsonText } from './json-text.ts';
import type { Tensor } from './tensor.ts';
import { writeNumber } from './write-number.ts';

const valuesAtOnce = 2 ** 14;

/**
 * A tensor as text: rank 0 to 2 as a table without a header, any rank as JSON nested arrays, in which
 * "NaN" and "Infinity" are texts. Every number reads back to the same bits. Only JSON holds an empty
 * one, and of its shape nothing behind an axis of size 0: (0, 3) is [], as numpy's tolist has it.
 */
export async function* formatTensor(tensor: Tensor, format: TableFormat): AsyncGenerator<string> {
  const pause = createPause();
  const isJson = format === 'json' || tensor.shape.length > 2;
  const pieces = isJson ? nested(tensor) : rows(tensor, format === 'tsv' ? '\t' : ',');
  for (const piece of pieces) {
    yield piece;
    await pause();
  }
}

function* rows({ shape, data }: Tensor, delimiter: string): Generator<string> {
  const columns = shape.at(-1) ?? 1;
  const atOnce = Math.max(1, Math.floor(valuesAtOnce / columns));
  for (let first = 0; first < data.length / columns; first += atOnce) {
    const count = Math.min(atOnce, data.length / columns - first);
    const cells = Array.from({ length: count }, (_, i) =>
      Array.from(data.subarray((first + i) * columns, (first + i + 1) * columns), writeNumber),
    );
    yield `${Papa.unparse(cells, { delimiter, newline: '\n' })}\n`;
  }
}

const empty = ([size, ...others]: readonly number[]): string =>
  `[${Array.from({ length: size }, () => empty(others)).join(others.length > 0 ? ',\n' : ', ')}]`;

/** Before a value as many arrays open as axes begin with it, and as many close behind it. */
function* nested({ shape, data }: Tensor): Generator<string> {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const ends = (at: number) => shape.filter((size, axis) => at % (size * strides[axis]) === 0);
  if (data.length === 0) yield empty(shape);
  let text = '';
  for (let i = 0; i < data.length; i++) {
    text += '['.repeat(ends(i).length) + jsonText(data[i]);
    const closing = ends(i + 1).length;
    text += ']'.repeat(closing);
    if (i + 1 < data.length) text += closing > 0 ? ',\n' : ', ';
    if (text.length < 2 ** 18 && i + 1 < data.length) continue;
    yield text;
    text = '';
  }
  yield '\n';
}
