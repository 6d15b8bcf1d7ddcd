import type { Backend, Command, ComputeBuffer } from '../backend.ts';
import type { Matrix } from './matrix.ts';
import { type MatrixSize, packedRow, packKernel, packMatrix } from './pack-matrix.ts';
import type { ProductMatrices } from './product-commands.ts';
import type { ProductKernel } from './product-kernel.ts';

/** Makes a buffer of zeros for a packed matrix. */
export type MakeBuffer = (label: string, length: number) => ComputeBuffer;

/** Whether a kernel can read a matrix where it lies. */
const suits = ({ lanes }: ProductKernel, { batch, row, column }: Matrix) =>
  lanes === 1 || (column === 1 && row % lanes === 0 && batch % lanes === 0);

/** Whether a kernel needs no packed matrix of more values than so many. */
export function packsInto(
  most: number,
  kernel: ProductKernel,
  { batches, m, k, n, a, b }: ProductMatrices,
): boolean {
  const fits = (matrix: Matrix, rows: number, columns: number) =>
    suits(kernel, matrix) || lengthOf(matrix, { batches, rows, columns }) <= most;
  return fits(a, m, k) && fits(b, k, n);
}

/** What serves the whole batch is packed once. */
const lengthOf = ({ batch }: Matrix, { batches, rows, columns }: MatrixSize) =>
  (batch === 0 ? 1 : batches) * rows * packedRow(columns);

/**
 * The matrices as a kernel can read them: where rows do not begin where it fetches, they are packed
 * first.
 */
export function packedOperands(
  compute: Backend,
  kernel: ProductKernel,
  matrices: ProductMatrices,
  make: MakeBuffer,
): { readonly commands: readonly Command[]; readonly matrices: ProductMatrices } {
  const { batches, m, k, n } = matrices;
  const work = Math.min(2 ** 50, compute.workWithin(packKernel, 50));
  const commands: Command[] = [];
  const readable = (matrix: Matrix, label: string, size: MatrixSize): Matrix => {
    if (suits(kernel, matrix)) return matrix;
    const into = make(`packed ${label}`, lengthOf(matrix, size));
    const packed = packMatrix(matrix, size, into, work);
    commands.push(...packed.commands);
    return packed.matrix;
  };
  const a = readable(matrices.a, 'A', { batches, rows: m, columns: k });
  const b = readable(matrices.b, 'B', { batches, rows: k, columns: n });
  return { commands, matrices: { ...matrices, a, b } };
}
