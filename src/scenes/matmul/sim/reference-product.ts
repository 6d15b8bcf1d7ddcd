import { inSlices, type SliceOptions } from '../../../base/in-slices.ts';
import { multiplyRows } from '../../../maths/matmul/multiply-rows.ts';
import type { Product } from '../../../maths/matmul/product.ts';

/** Multiplications at once, if there are so many columns: a few milliseconds. */
const atOnce = 1e6;

/** The product in f64, row after row, in slices, so that a page stays alive. */
export async function referenceProduct(
  product: Omit<Product, 'c'>,
  options?: SliceOptions,
): Promise<Float64Array> {
  const { m, k, n } = product;
  const c = new Float64Array(m * n);
  const whole = { ...product, c };
  // A row may be long: it is cut by its terms, which are then summed in the same order.
  const termsAtOnce = Math.min(k, Math.max(1, Math.floor(atOnce / n)));
  const parts = Math.ceil(k / termsAtOnce);
  const add = (part: number) => {
    const row = Math.floor(part / parts);
    const first = (part % parts) * termsAtOnce;
    const terms = [first, Math.min(k, first + termsAtOnce)] as const;
    multiplyRows(whole, { rows: [row, row + 1], columns: [0, n], terms });
  };
  await inSlices(
    m * parts,
    (first, end) => {
      for (let part = first; part < end; part++) add(part);
    },
    options,
  );
  return c;
}
