import type { Command, ComputeBuffer } from '../backend.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { CpuInvocations } from '../kernel.ts';
import type { Matrix } from './matrix.ts';
import body from './pack.wgsl?raw';

const rowsEach = 8;

/** Rows are packed to a multiple of this many values, so that four can be fetched at once. */
const step = 4;

/** Copies a matrix, or a batch of them, to rows that lie one after another. */
export const packKernel = declareKernel({
  name: 'packed matrix',
  workgroupSize: [8, 8, 1],
  uniforms: {
    from_first: {
      type: 'u32',
      comment: 'Where the first value lies, and how far apart neighbours.',
    },
    from_batch: { type: 'u32' },
    from_row: { type: 'u32' },
    from_column: { type: 'u32' },
    to_first: { type: 'u32' },
    to_batch: { type: 'u32' },
    to_row: { type: 'u32' },
    columns: { type: 'u32' },
    first_batch: { type: 'u32' },
    first_row: { type: 'u32' },
    end_row: { type: 'u32' },
  },
  bindings: {
    scattered: { access: 'read', element: 'real' },
    packed: { access: 'read_write', element: 'real', lanes: 4 },
  },
  sizes: { rows_each: { value: rowsEach, comment: 'The rows that one invocation copies.' } },
  body,
  cpu: packOnCpu,
});

export interface MatrixSize {
  readonly batches: number;
  readonly rows: number;
  readonly columns: number;
}

/** The length of a packed row. */
export const packedRow = (columns: number) => Math.ceil(columns / step) * step;

const mostGroups = 65_535;

/**
 * What packs a matrix into a buffer that holds nothing but zeros where rows are longer than it.
 *
 * @param work how many values a dispatch may copy
 */
export function packMatrix(
  from: Matrix,
  { batches, rows, columns }: MatrixSize,
  into: ComputeBuffer,
  work: number,
): { readonly commands: readonly Command[]; readonly matrix: Matrix } {
  const row = packedRow(columns);
  // What serves the whole batch is packed once.
  const isOne = from.batch === 0;
  const matrix = { buffer: into, batch: isOne ? 0 : rows * row, row, column: 1 };
  const size = { batches: isOne ? 1 : batches, rows, columns };
  return { commands: packBlock(from, matrix, size, { work }), matrix };
}

export interface PackOptions {
  readonly work: number;
  /** Where the first value lies, in elements; 0 unless given. The second is a multiple of 4. */
  readonly fromFirst?: number;
  readonly toFirst?: number;
}

/** What copies a block of matrices to where rows are packed. */
export function packBlock(
  from: Matrix,
  to: Matrix,
  size: MatrixSize,
  { work, fromFirst = 0, toFirst = 0 }: PackOptions,
): readonly Command[] {
  // An invocation goes on along the shorter way: what it fetches next is then near.
  const isTurned = from.batch !== 0 && from.batch < from.row;
  const [batches, rows] = isTurned ? [size.rows, size.batches] : [size.batches, size.rows];
  const [fromBatch, fromRow] = isTurned ? [from.row, from.batch] : [from.batch, from.row];
  const [toBatch, toRow] = isTurned ? [to.row, to.batch] : [to.batch, to.row];
  const { columns } = size;
  const rowsAtOnce = Math.min(rows, mostGroups * rowsEach, Math.max(1, Math.floor(work / columns)));
  const atOnce = rowsAtOnce < rows ? 1 : Math.max(1, Math.floor(work / (rows * columns)));
  const batchesAtOnce = Math.min(batches, mostGroups, atOnce);
  const commands: Command[] = [];
  for (let batch = 0; batch < batches; batch += batchesAtOnce) {
    const deep = Math.min(batchesAtOnce, batches - batch);
    for (let first = 0; first < rows; first += rowsAtOnce) {
      const end = Math.min(rows, first + rowsAtOnce);
      commands.push({
        kind: 'dispatch',
        kernel: packKernel,
        uniforms: {
          from_first: fromFirst,
          from_batch: fromBatch,
          from_row: fromRow,
          from_column: from.column,
          to_first: toFirst,
          to_batch: toBatch,
          to_row: toRow,
          columns,
          first_batch: batch,
          first_row: first,
          end_row: end,
        },
        buffers: { scattered: from.buffer, packed: to.buffer },
        grid: [packedRow(columns) / step, Math.ceil((end - first) / rowsEach), deep],
        work: columns * (end - first) * deep,
      });
    }
  }
  return commands;
}

function packOnCpu({ first, last, grid, uniforms, buffers }: CpuInvocations): void {
  const { scattered, packed } = buffers;
  const { columns, end_row } = uniforms;
  const [across, down] = grid;
  for (let invocation = first; invocation < last; invocation++) {
    const column = step * (invocation % across);
    const start = uniforms.first_row + (Math.floor(invocation / across) % down) * rowsEach;
    const batch = uniforms.first_batch + Math.floor(invocation / (across * down));
    for (let row = start; row < Math.min(start + rowsEach, end_row); row++) {
      const from = uniforms.from_first + batch * uniforms.from_batch + row * uniforms.from_row;
      const to = uniforms.to_first + batch * uniforms.to_batch + row * uniforms.to_row;
      for (let j = column; j < Math.min(column + step, columns); j++) {
        packed[to + j] = scattered[from + j * uniforms.from_column];
      }
    }
  }
}
