import { type Contraction, type ContractionAxis, countOf } from './contraction.ts';

/** An axis of a product, and how far apart neighbours lie on it, in elements. */
export interface ProductAxis {
  readonly name: string;
  readonly size: number;
  /** 0 where the matrix has no such axis. */
  readonly a: number;
  readonly b: number;
  readonly product: number;
}

/** A contraction as products of matrices: each axis has one part in them. */
export interface MatrixProduct {
  /** In both operands and the result: one product for each place. */
  readonly batches: readonly ProductAxis[];
  /** In the first operand and the result. */
  readonly rows: readonly ProductAxis[];
  /** In the second operand and the result. */
  readonly columns: readonly ProductAxis[];
  /** In both operands, and summed. */
  readonly terms: readonly ProductAxis[];
}

/**
 * Reads a contraction of two operands as a batch of matrix products; null if it is none: a sum of
 * nothing or over one operand alone, a diagonal, or less than two axes for one product.
 */
export function matrixProduct({ operands, output, summed }: Contraction): MatrixProduct | null {
  if (operands.length !== 2) return null;
  if (operands.some(({ axes }) => new Set(axes).size < axes.length)) return null;
  if (countOf(output) * countOf(summed) === 0) return null;
  const kept = output.map(partOf(countOf(output)));
  const terms = summed.map(({ name, size, strides: [a, b] }) => ({ name, size, a, b, product: 0 }));
  // An axis of size 1 says nothing.
  const find = (axes: readonly ProductAxis[], inA: boolean, inB: boolean) =>
    axes.filter(({ size, a, b }) => size > 1 && a > 0 === inA && b > 0 === inB);
  const found = {
    batches: find(kept, true, true),
    rows: find(kept, true, false),
    columns: find(kept, false, true),
    terms: find(terms, true, true),
  };
  const isWhole = terms.every(({ size, a, b }) => size === 1 || (a > 0 && b > 0));
  const isSum = found.terms.length > 0 && found.rows.length + found.columns.length > 0;
  return isWhole && isSum ? found : null;
}

/** The result lies row after row: each axis steps over all that follow it. */
function partOf(elements: number) {
  let product = elements;
  return ({ name, size, strides: [a, b] }: ContractionAxis): ProductAxis => {
    product /= size;
    return { name, size, a, b, product };
  };
}

/**
 * How far apart neighbours lie along several axes walked as one, the last varying fastest; null where
 * no single distance leads from each to the next.
 *
 * @param along which of the three matrices; 0 where there is no axis
 */
export function evenStride(
  axes: readonly ProductAxis[],
  along: 'a' | 'b' | 'product',
): number | null {
  const last = axes.at(-1);
  if (!last) return 0;
  const isEven = axes.every((axis, i) => {
    const inner = axes[i + 1];
    return !inner || axis[along] === inner[along] * inner.size;
  });
  return isEven ? last[along] : null;
}
