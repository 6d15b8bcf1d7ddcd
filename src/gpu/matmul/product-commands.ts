import type { ProductPart } from '../../maths/matmul/product.ts';
import type { Command, ComputeBuffer } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { cutProduct } from './cut-product.ts';
import type { ProductKernel } from './product-kernel.ts';

/** A rectangle of the product, with the rows of A and the columns of B that it comes from. */
export interface Rectangle {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly a: ComputeBuffer;
  readonly b: ComputeBuffer;
  readonly product: ComputeBuffer;
  readonly fetched: Elements;
}

/** WebGPU's default limit of workgroups along an axis. */
const mostGroups = 65_535;

/**
 * What fills a part of a product with a kernel: a dispatch for each piece of each rectangle.
 *
 * @param k how many terms each cell has
 * @param work how much of it a dispatch may be, in products
 */
export function productCommands(
  rectangles: readonly Rectangle[],
  k: number,
  product: ProductKernel,
  part: ProductPart,
  work: number,
): Command[] {
  const limits = { work, group: product.group, groups: mostGroups };
  return rectangles.flatMap(({ rows, columns, a, b, product: into }) => {
    const inside = { rows: within(part.rows, rows), columns: within(part.columns, columns) };
    return cutProduct({ ...inside, terms: part.terms }, limits).map((piece): Command => {
      const height = piece.rows[1] - piece.rows[0];
      const width = piece.columns[1] - piece.columns[0];
      return {
        kind: 'dispatch',
        kernel: product.kernel,
        uniforms: {
          rows: rows[1] - rows[0],
          terms: k,
          columns: columns[1] - columns[0],
          first_row: piece.rows[0] - rows[0],
          end_row: piece.rows[1] - rows[0],
          first_column: piece.columns[0] - columns[0],
          end_column: piece.columns[1] - columns[0],
          first_term: piece.terms[0],
          end_term: piece.terms[1],
        },
        buffers: { a, b, product: into },
        grid: product.grid(height, width),
        work: height * width * (piece.terms[1] - piece.terms[0]),
      };
    });
  });
}

/** What two ranges share; empty ranges end where they begin. */
function within(
  [first, end]: readonly [number, number],
  [least, most]: readonly [number, number],
): readonly [number, number] {
  const from = Math.max(first, least);
  return [from, Math.max(from, Math.min(end, most))];
}
