import type { Contraction } from '../../maths/einsum/contraction.ts';
import {
  evenStride,
  type MatrixProduct,
  type ProductAxis,
} from '../../maths/einsum/matrix-product.ts';
import type { Backend, Command, ComputeBuffer } from '../backend.ts';
import type { Matrix } from '../matmul/matrix.ts';
import type { MakeBuffer } from '../matmul/packed-operands.ts';
import type { ProductMatrices } from '../matmul/product-commands.ts';
import { contractionKernel } from './contraction-kernel.ts';
import { packOperand } from './pack-operand.ts';
import { type Sides, sizeOf } from './sides.ts';
import { stridedCommands } from './strided-commands.ts';

type Which = 'a' | 'b' | 'product';

/**
 * Finds the matrices of a product in the buffers of a contraction. What no strides of a matrix walk
 * is copied: an operand before the product, the result after it.
 */
export async function layMatrices(
  compute: Backend,
  { batches, rows, columns, terms }: MatrixProduct,
  {
    inputs,
    result,
    scratch,
  }: { inputs: readonly ComputeBuffer[]; result: ComputeBuffer; scratch: MakeBuffer },
): Promise<{ before: readonly Command[]; matrices: ProductMatrices; after: readonly Command[] }> {
  const before: Command[] = [];
  const laid = async (which: 'a' | 'b', buffer: ComputeBuffer, sides: Sides): Promise<Matrix> => {
    const found = asMatrix(which, buffer, sides);
    if (found) return found;
    const packed = packOperand(compute, which, buffer, sides, scratch);
    if (packed) {
      before.push(...packed.commands);
      return packed.matrix;
    }
    const dense = scratch(`operand ${which} as matrices`, sizeOf(sides.flat()));
    const order = sides.flat().map((axis) => ({ axis, stride: axis[which] }));
    before.push(...(await copyCommands(compute, order, buffer, dense)));
    return denseOf(dense, sides);
  };
  const a = await laid('a', inputs[0], [batches, rows, terms]);
  const b = await laid('b', inputs[1], [batches, terms, columns]);
  const sides: Sides = [batches, rows, columns];
  const found = asMatrix('product', result, sides);
  const product = found ?? denseOf(scratch('the result as matrices', result.length), sides);
  const after = found ? [] : await unfold(compute, sides.flat(), product.buffer, result);
  const sizes = { batches: sizeOf(batches), m: sizeOf(rows), k: sizeOf(terms), n: sizeOf(columns) };
  return { before, matrices: { ...sizes, a, b, product }, after };
}

function asMatrix(
  which: Which,
  buffer: ComputeBuffer,
  [batches, rows, columns]: Sides,
): Matrix | null {
  const [batch, row, column] = [batches, rows, columns].map((axes) => evenStride(axes, which));
  if (batch === null || row === null || column === null) return null;
  // Along a side of one value no step is taken.
  return { buffer, batch, row, column: columns.length === 0 ? 1 : column };
}

function denseOf(buffer: ComputeBuffer, [batches, rows, columns]: Sides): Matrix {
  const row = sizeOf(columns);
  return { buffer, batch: batches.length === 0 ? 0 : sizeOf(rows) * row, row, column: 1 };
}

/** Copies what lies in the order of these axes to where they lie in the result. */
function unfold(
  compute: Backend,
  axes: readonly ProductAxis[],
  from: ComputeBuffer,
  to: ComputeBuffer,
): Promise<Command[]> {
  let stride = sizeOf(axes);
  const strided = axes.map((axis) => {
    stride /= axis.size;
    return { axis, stride };
  });
  // The result's own order: the largest steps first.
  return copyCommands(
    compute,
    strided.toSorted((x, y) => y.axis.product - x.axis.product),
    from,
    to,
  );
}

async function copyCommands(
  compute: Backend,
  axes: readonly { readonly axis: ProductAxis; readonly stride: number }[],
  from: ComputeBuffer,
  to: ComputeBuffer,
): Promise<Command[]> {
  const names = axes.map(({ axis }) => axis.name);
  const copy: Contraction = {
    operands: [{ axes: names, shape: axes.map(({ axis }) => axis.size) }],
    output: axes.map(({ axis: { name, size }, stride }) => ({ name, size, strides: [stride] })),
    summed: [],
  };
  const kernel = contractionKernel(copy, `axes in the order ${names.join(' ')}`);
  await compute.compile(kernel);
  return stridedCommands(compute, copy, kernel, [from], to);
}
