import { nextTask } from '../../base/next-task.ts';
import { multiplyRows } from '../../maths/matmul/multiply-rows.ts';
import type { Product } from '../../maths/matmul/product.ts';

/** Multiplications at once: a few milliseconds. */
const atOnce = 5e6;

/** The product in f64, row after row, in slices, so that a page stays alive. */
export async function referenceProduct(
  product: Omit<Product, 'c'>,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const { m, k, n } = product;
  const c = new Float64Array(m * n);
  const rowsAtOnce = Math.max(1, Math.floor(atOnce / (k * n)));
  for (let row = 0; row < m; row += rowsAtOnce) {
    const rows = [row, Math.min(m, row + rowsAtOnce)] as const;
    multiplyRows({ ...product, c }, { rows, columns: [0, n], terms: [0, k] });
    if (rows[1] < m) await nextTask();
    signal?.throwIfAborted();
  }
  return c;
}
