import type { Product } from '../../../maths/matmul/product.ts';

/** How many values of A and B are no finite numbers. */
export interface NonFinite {
  readonly a: number;
  readonly b: number;
}

/** Where A and B hold values beyond f32's finite numbers. */
export interface ExceptionalLines {
  /** Of A, and so of C. */
  readonly rows: ReadonlySet<number>;
  /** Of B, and so of C. */
  readonly columns: ReadonlySet<number>;
}

/** Finds them; yields wherever it can be interrupted. */
export function* findExceptionalLines({
  k,
  n,
  a,
  b,
}: Omit<Product, 'c'>): Generator<void, ExceptionalLines> {
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let at = 0; at < a.length; at++) {
    if (isExceptional(a[at])) rows.add(Math.floor(at / k));
    if (at % atOnce === 0) yield;
  }
  for (let at = 0; at < b.length; at++) {
    if (isExceptional(b[at])) columns.add(at % n);
    if (at % atOnce === 0) yield;
  }
  return { rows, columns };
}

/**
 * Computes the cells in f64 that a value beyond f32's finite numbers has a part in. WGSL may assume
 * that there is no NaN and no Infinity, so what a kernel makes of them differs between drivers; here
 * they propagate as IEEE 754 says. Yields wherever it can be interrupted.
 *
 * @param terms how many terms of each sum are done
 */
export function* mendExceptionalCells(
  { m, k, n, a, b, c }: Product,
  { rows, columns }: ExceptionalLines,
  terms = k,
): Generator<void, void> {
  if (rows.size === 0 && columns.size === 0) return;
  let work = 0;
  for (let i = 0; i < m; i++) {
    for (const j of rows.has(i) ? allColumns(n) : columns) {
      let sum = 0;
      for (let t = 0; t < terms; t++) sum += a[i * k + t] * b[t * n + j];
      c[i * n + j] = sum;
      work += terms;
      if (work < atOnce) continue;
      work = 0;
      yield;
    }
  }
}

/** Values, or products: a few milliseconds. */
const atOnce = 2 ** 20;

const isExceptional = (value: number) => !Number.isFinite(Math.fround(value));

function* allColumns(n: number): Generator<number> {
  for (let j = 0; j < n; j++) yield j;
}
