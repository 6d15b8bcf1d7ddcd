import { InputError } from '../../../base/input-error.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import type { ResolvedMatmul } from '../parameters.ts';
import { presets } from './presets.ts';

/** All three matrices together, in values: a gigabyte in f64. */
export const mostValues = 2 ** 27;

type Shape = Pick<Product, 'm' | 'k' | 'n'>;

/** The shape that the values ask for. @throws InputError if it is too large for memory */
export const shapeOf = ({ m, k, n }: Shape): Shape => checkShape({ m, k, n });

/** @throws InputError that says how large the product is, and what would fit; or that it is empty */
export function checkShape(shape: Shape): Shape {
  const { m, k, n } = shape;
  if (Math.min(m, k, n) < 1) {
    throw new InputError(
      `${m}×${k} @ ${k}×${n} has a size of 0, so there is nothing to multiply; give each matrix a row and a column at least`,
    );
  }
  const values = m * k + k * n + m * n;
  if (values <= mostValues) return shape;
  const gigabytes = (count: number) => `${((8 * count) / 1e9).toPrecision(3)} GB`;
  // What fits if one size shrinks and the others stay.
  const most = {
    m: Math.floor((mostValues - k * n) / (k + n)),
    k: Math.floor((mostValues - m * n) / (m + n)),
    n: Math.floor((mostValues - m * k) / (m + k)),
  };
  const fitting = (['m', 'k', 'n'] as const).filter(
    (name) => most[name] >= 1 && most[name] < shape[name],
  );
  const advice =
    fitting.length > 0
      ? `with the other two as they are, ${fitting.map((name) => `${name} may be at most ${most[name]}`).join(', or ')}`
      : 'make two of the sizes smaller';
  throw new InputError(
    `${m}×${k} @ ${k}×${n} needs ${gigabytes(values)} for A, B and C, and ${gigabytes(mostValues)} fit; ${advice}`,
  );
}

/** A page that plays a product knows all of it beforehand; this many products take some seconds. */
const mostProducts = 1e10;

/** @throws InputError for a product that would be played too long before it begins */
export function checkPlayable({ m, k, n }: Shape): void {
  if (m * k * n <= mostProducts) return;
  throw new InputError(
    `${m}×${k} @ ${k}×${n} is ${(m * k * n).toPrecision(3)} products, and a page plays at most ${mostProducts.toPrecision(1)}; make it smaller, or use the headless run`,
  );
}

/** A and B as the values fill them. */
export async function operandsOf(
  values: Omit<ResolvedMatmul, 'method' | 'kernel'>,
): Promise<Omit<Product, 'c'>> {
  const shape = shapeOf(values);
  const operands = await presets[values.preset].fill(shape, values.seed);
  for (const { matrix, row, column, value } of values.edits) {
    const [rows, columns] = matrix === 'a' ? [shape.m, shape.k] : [shape.k, shape.n];
    // A cell that the shape has no longer keeps its edit, for when it comes back.
    if (row < rows && column < columns) operands[matrix][row * columns + column] = value;
  }
  return { ...shape, ...operands };
}
