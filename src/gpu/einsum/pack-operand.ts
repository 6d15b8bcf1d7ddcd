import { evenStride, type ProductAxis } from '../../maths/einsum/matrix-product.ts';
import type { Backend, Command, ComputeBuffer } from '../backend.ts';
import type { Matrix } from '../matmul/matrix.ts';
import { packBlock, packedRow, packKernel } from '../matmul/pack-matrix.ts';
import type { MakeBuffer } from '../matmul/packed-operands.ts';
import { type Sides, sizeOf } from './sides.ts';

/** More blocks than this are not worth a dispatch each. */
const mostBlocks = 256;

/**
 * Packs an operand that no strides of a matrix walk: what is in the way is gone along one place after
 * another, each a block of matrices that strides do walk. Null where that makes too many blocks.
 */
export function packOperand(
  compute: Backend,
  which: 'a' | 'b',
  buffer: ComputeBuffer,
  sides: Sides,
  scratch: MakeBuffer,
): { readonly commands: readonly Command[]; readonly matrix: Matrix } | null {
  const [batches, rows, columns] = sides;
  const row = packedRow(sizeOf(columns));
  const batch = batches.length === 0 ? 0 : sizeOf(rows) * row;
  const parts = sides.map((axes) => partsOf(axes, which));
  const [ofBatches, ofRows, ofColumns] = parts;
  const blocks = parts.reduce((all, { outer }) => all * sizeOf(outer), 1);
  const isAligned = ofColumns.outer.length === 0 || sizeOf(ofColumns.inner) % 4 === 0;
  if (blocks > mostBlocks || !isAligned) return null;
  const length = Math.max(batch * sizeOf(batches), sizeOf(rows) * row);
  const into = scratch(`operand ${which}, packed`, length);
  const [fromBatch, fromRow, fromColumn] = parts.map(({ inner }) => evenStride(inner, which) ?? 0);
  const from = { buffer, batch: fromBatch, row: fromRow, column: fromColumn };
  const matrix = { buffer: into, batch, row, column: 1 };
  const size = {
    batches: sizeOf(ofBatches.inner),
    rows: sizeOf(ofRows.inner),
    columns: sizeOf(ofColumns.inner),
  };
  const outer = [
    ...stepsOf(ofBatches.outer, size.batches * batch),
    ...stepsOf(ofRows.outer, size.rows * row),
    ...stepsOf(ofColumns.outer, size.columns),
  ];
  const work = Math.min(2 ** 50, compute.workWithin(packKernel, 50));
  const commands: Command[] = [];
  for (let block = 0; block < blocks; block++) {
    let rest = block;
    let fromFirst = 0;
    let toFirst = 0;
    for (const { axis, step } of outer.toReversed()) {
      const place = rest % axis.size;
      rest = (rest - place) / axis.size;
      fromFirst += place * axis[which];
      toFirst += place * step;
    }
    commands.push(...packBlock(from, matrix, size, { work, fromFirst, toFirst }));
  }
  return { commands, matrix };
}

/** The axes that no single stride walks together with the others, and these others. */
function partsOf(axes: readonly ProductAxis[], which: 'a' | 'b') {
  let first = 0;
  while (evenStride(axes.slice(first), which) === null) first += 1;
  return { outer: axes.slice(0, first), inner: axes.slice(first) };
}

/** How far apart the places along outer axes lie where they are packed, above a block of so many. */
function stepsOf(axes: readonly ProductAxis[], inner: number) {
  let step = inner;
  const steps = axes.toReversed().map((axis) => {
    const found = { axis, step };
    step *= axis.size;
    return found;
  });
  return steps.toReversed();
}
