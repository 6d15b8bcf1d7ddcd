import type { ProductPart } from '../../maths/matmul/product.ts';
import type { Command } from '../backend.ts';
import { cutProduct } from './cut-product.ts';
import type { Matrix } from './matrix.ts';
import type { ProductKernel } from './product-kernel.ts';

/** Matrices, or as many of each as a batch has, and where their products go. */
export interface ProductMatrices {
  readonly batches: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly a: Matrix;
  readonly b: Matrix;
  readonly product: Matrix;
}

/** WebGPU's default limit of workgroups along an axis. */
const mostGroups = 65_535;

/**
 * What fills a part of each product of a batch with a kernel: a dispatch for each piece, or for as
 * many whole products as it may do.
 *
 * @param work how much a dispatch may be, in products of numbers
 */
export function productCommands(
  matrices: ProductMatrices,
  kernel: ProductKernel,
  part: ProductPart,
  work: number,
): Command[] {
  const pieces = cutProduct(part, { work, group: kernel.group, groups: mostGroups });
  const each = pieces.length === 1 ? Math.floor(work / Math.max(1, workOf(pieces[0]))) : 1;
  const deep = Math.min(matrices.batches, mostGroups, Math.max(1, each));
  const commands: Command[] = [];
  for (let first = 0; first < matrices.batches; first += deep) {
    const depth = Math.min(deep, matrices.batches - first);
    for (const piece of pieces) commands.push(dispatchOf(matrices, kernel, piece, first, depth));
  }
  return commands;
}

const size = ([first, end]: readonly [number, number]) => end - first;
const workOf = ({ rows, columns, terms }: ProductPart) => size(rows) * size(columns) * size(terms);

function dispatchOf(
  { m, k, n, a, b, product }: ProductMatrices,
  { kernel, lanes, grid }: ProductKernel,
  piece: ProductPart,
  firstBatch: number,
  depth: number,
): Command {
  const { rows, columns, terms } = piece;
  // Columns that are fetched together begin where a fetch does.
  const ahead = columns[0] % lanes;
  return {
    kind: 'dispatch',
    kernel,
    uniforms: {
      rows: m,
      terms: k,
      columns: n,
      a_batch: a.batch,
      a_row: a.row,
      a_term: a.column,
      b_batch: b.batch,
      b_term: b.row,
      b_column: b.column,
      product_batch: product.batch,
      product_row: product.row,
      product_column: product.column,
      first_batch: firstBatch,
      first_row: rows[0],
      end_row: rows[1],
      first_column: columns[0],
      end_column: columns[1],
      first_term: terms[0],
      end_term: terms[1],
    },
    buffers: { a: a.buffer, b: b.buffer, product: product.buffer },
    grid: [...grid(size(rows), size(columns) + ahead), depth],
    work: workOf(piece) * depth,
  };
}
