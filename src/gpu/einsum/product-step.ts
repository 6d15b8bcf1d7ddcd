import { type Contraction, countOf } from '../../maths/einsum/contraction.ts';
import { matrixProduct } from '../../maths/einsum/matrix-product.ts';
import { wholeProduct } from '../../maths/matmul/product.ts';
import type { Backend, Command, ComputeBuffer } from '../backend.ts';
import type { Kernel } from '../kernel.ts';
import { chooseKernel } from '../matmul/choose-kernel.ts';
import { packedRow, packKernel, packMatrix } from '../matmul/pack-matrix.ts';
import { type MakeBuffer, packedOperands, packsInto } from '../matmul/packed-operands.ts';
import { type ProductMatrices, productCommands } from '../matmul/product-commands.ts';
import { layMatrices } from './lay-matrices.ts';

export interface StepBuffers {
  readonly inputs: readonly ComputeBuffer[];
  readonly result: ComputeBuffer;
  /** Makes a buffer of zeros for what lies between. */
  readonly scratch: MakeBuffer;
}

/** Fewer products of numbers than this are done before a kernel could be chosen for them. */
const fewestProducts = 2 ** 18;

/**
 * The commands of a contraction that is a batch of matrix products, by the kernel that is fastest for
 * it; null if it is none, or too small to look for one.
 */
export async function productStep(
  compute: Backend,
  contraction: Contraction,
  buffers: StepBuffers,
): Promise<{ readonly kernel: Kernel; readonly commands: readonly Command[] } | null> {
  // On the CPU every kernel is the same sum, and strides reach what lies anywhere as fast.
  if (compute.kind === 'cpu') return null;
  if (countOf(contraction.output) * countOf(contraction.summed) < fewestProducts) return null;
  const product = matrixProduct(contraction);
  if (!product) return null;
  await compute.compile(packKernel);
  const laid = await layMatrices(compute, product, buffers);
  const rowwise = turnedRowwise(compute, upright(laid.matrices), buffers.scratch);
  const { a, b, m, k, n, batches } = rowwise.matrices;
  const { trials } = await chooseKernel(compute, {
    ...{ m, k, n, batches },
    isColumnwise: { a: a.column !== 1, b: b.column !== 1 },
  });
  const most = compute.largestBuffer / 4;
  const fitting = trials.find((it) => packsInto(most, it.kernel, rowwise.matrices)) ?? trials[0];
  const { kernel } = fitting.kernel;
  await compute.compile(kernel);
  const ready = packedOperands(compute, fitting.kernel, rowwise.matrices, buffers.scratch);
  const work = 2 ** Math.floor(Math.log2(Math.min(2 ** 50, compute.workWithin(kernel, 50))));
  const pieces = productCommands(ready.matrices, fitting.kernel, wholeProduct({ m, k, n }), work);
  return {
    kernel,
    commands: [...laid.before, ...rowwise.commands, ...ready.commands, ...pieces, ...laid.after],
  };
}

/**
 * The same product with its columns one beside the other, where its rows were: the transpose of A B is
 * that of B times that of A.
 */
function upright(matrices: ProductMatrices): ProductMatrices {
  const { m, n, a, b, product } = matrices;
  if (product.column === 1 || product.row !== 1) return matrices;
  const turned = <T extends { readonly row: number; readonly column: number }>(matrix: T): T => ({
    ...matrix,
    row: matrix.column,
    column: matrix.row,
  });
  return { ...matrices, m: n, n: m, a: turned(b), b: turned(a), product: turned(product) };
}

/** A matrix whose every value serves so many cells is worth laying row after row first. */
const worthTurning = 64;

function turnedRowwise(compute: Backend, matrices: ProductMatrices, make: MakeBuffer) {
  const { batches, m, k, n } = matrices;
  const work = Math.min(2 ** 50, compute.workWithin(packKernel, 50));
  const commands: Command[] = [];
  const turn = (label: 'a' | 'b', rows: number, columns: number, uses: number) => {
    const matrix = matrices[label];
    const length = (matrix.batch === 0 ? 1 : batches) * rows * packedRow(columns);
    const isWorth = matrix.column !== 1 && uses >= worthTurning;
    if (!isWorth || length > compute.largestBuffer / 4) return matrix;
    const into = make(`${label} row after row`, length);
    const packed = packMatrix(matrix, { batches, rows, columns }, into, work);
    commands.push(...packed.commands);
    return packed.matrix;
  };
  const a = turn('a', m, k, n);
  const b = turn('b', k, n, m);
  return { commands, matrices: { ...matrices, a, b } };
}
