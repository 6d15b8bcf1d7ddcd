import type { Command, ComputeBuffer } from '../backend.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { CpuInvocations } from '../kernel.ts';
import type { Matrix } from './matrix.ts';
import body from './pack.wgsl?raw';

/** Copies a matrix, or a batch of them, to rows that lie one after another. */
export const packKernel = declareKernel({
  name: 'packed matrix',
  workgroupSize: [8, 8, 1],
  uniforms: {
    from_batch: { type: 'u32', comment: 'How far apart neighbours lie, before and after.' },
    from_row: { type: 'u32' },
    from_column: { type: 'u32' },
    to_batch: { type: 'u32' },
    to_row: { type: 'u32' },
    columns: { type: 'u32' },
    first_batch: { type: 'u32' },
    first_row: { type: 'u32' },
    end_row: { type: 'u32' },
  },
  bindings: {
    scattered: { access: 'read', element: 'real' },
    packed: { access: 'read_write', element: 'real' },
  },
  body,
  cpu: packOnCpu,
});

export interface MatrixSize {
  readonly batches: number;
  readonly rows: number;
  readonly columns: number;
}

/** Rows are packed to a multiple of this many values, so that four can be fetched at once. */
const step = 4;

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
  const copied = from.batch === 0 ? 1 : batches;
  const matrix = { buffer: into, batch: from.batch === 0 ? 0 : rows * row, row, column: 1 };
  const rowsAtOnce = Math.min(rows, mostGroups * 8, Math.max(1, Math.floor(work / columns)));
  const batchesAtOnce =
    rowsAtOnce < rows
      ? 1
      : Math.min(copied, mostGroups, Math.max(1, Math.floor(work / (rows * columns))));
  const commands: Command[] = [];
  for (let batch = 0; batch < copied; batch += batchesAtOnce) {
    const deep = Math.min(batchesAtOnce, copied - batch);
    for (let first = 0; first < rows; first += rowsAtOnce) {
      const end = Math.min(rows, first + rowsAtOnce);
      commands.push({
        kind: 'dispatch',
        kernel: packKernel,
        uniforms: {
          from_batch: from.batch,
          from_row: from.row,
          from_column: from.column,
          to_batch: matrix.batch,
          to_row: row,
          columns,
          first_batch: batch,
          first_row: first,
          end_row: end,
        },
        buffers: { scattered: from.buffer, packed: into },
        grid: [columns, end - first, deep],
        work: columns * (end - first) * deep,
      });
    }
  }
  return { commands, matrix };
}

function packOnCpu({ first, last, grid, uniforms, buffers }: CpuInvocations): void {
  const { scattered, packed } = buffers;
  const [across, down] = grid;
  for (let invocation = first; invocation < last; invocation++) {
    const column = invocation % across;
    const row = uniforms.first_row + (Math.floor(invocation / across) % down);
    const batch = uniforms.first_batch + Math.floor(invocation / (across * down));
    const from = batch * uniforms.from_batch + row * uniforms.from_row;
    const to = batch * uniforms.to_batch + row * uniforms.to_row;
    packed[to + column] = scattered[from + column * uniforms.from_column];
  }
}
