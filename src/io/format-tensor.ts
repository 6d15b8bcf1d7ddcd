import Papa from 'papaparse';
import { shortestFloat32, type TableFormat } from './format-table.ts';
import type { Tensor } from './tensor.ts';

/**
 * A tensor as text: rank 0 to 2 as a table without a header, any rank as JSON nested arrays, in which
 * "NaN" and "Infinity" are texts. Only JSON holds an empty one, and of its shape nothing behind an
 * axis of size 0: (0, 3) is [], as numpy's tolist has it.
 */
export function formatTensor({ shape, data }: Tensor, format: TableFormat): string {
  if (format === 'json' || shape.length > 2) return `${nested(shape, data, 0, 0)}\n`;
  const columns = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / columns }, (_, i) =>
    Array.from(data.subarray(i * columns, (i + 1) * columns), writeNumber),
  );
  const delimiter = format === 'tsv' ? '\t' : ',';
  return `${Papa.unparse(rows, { delimiter, newline: '\n' })}\n`;
}

/** With as many digits as a value of its own precision needs. */
const writeNumber = (value: number) =>
  Number.isFinite(value) && Math.fround(value) === value ? shortestFloat32(value) : String(value);

function nested(shape: readonly number[], data: Float64Array, axis: number, first: number): string {
  if (axis === shape.length) {
    const value = data[first];
    return Number.isFinite(value) ? writeNumber(value) : `"${value}"`;
  }
  const stride = shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  const parts = Array.from({ length: shape[axis] }, (_, i) =>
    nested(shape, data, axis + 1, first + i * stride),
  );
  return `[${parts.join(axis === shape.length - 1 ? ', ' : ',\n')}]`;
}
