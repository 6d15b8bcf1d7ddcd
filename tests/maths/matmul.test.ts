import { describe, expect, it } from 'vitest';
import { multiplyBroadcast } from '../../src/maths/matmul/multiply-broadcast.ts';
import { multiplyDot } from '../../src/maths/matmul/multiply-dot.ts';
import { multiplyLoops } from '../../src/maths/matmul/multiply-loops.ts';
import { multiplyRows } from '../../src/maths/matmul/multiply-rows.ts';
import { wholeProduct } from '../../src/maths/matmul/product.ts';
import { referenceMagnitude, referenceProduct } from '../support/reference-product.ts';

const methods = {
  loops: multiplyLoops,
  dot: multiplyDot,
  broadcast: multiplyBroadcast,
  rows: multiplyRows,
};

const product = (m: number, k: number, n: number) => ({
  m,
  k,
  n,
  a: Float64Array.from({ length: m * k }, (_, i) => Math.sin(3 * i + 1)),
  b: Float64Array.from({ length: k * n }, (_, i) => Math.cos(5 * i)),
  c: new Float64Array(m * n),
});

describe.each(Object.entries(methods))('%s', (_, multiply) => {
  it('multiplies as by hand', () => {
    const c = new Float64Array(4);
    const a = Float64Array.of(1, 2, 3, 4);
    const b = Float64Array.of(5, 6, 7, 8);
    multiply({ m: 2, k: 2, n: 2, a, b, c }, wholeProduct({ m: 2, k: 2, n: 2 }));
    expect([...c]).toEqual([19, 22, 43, 50]);
  });

  it.each([
    [1, 1, 1],
    [5, 784, 10],
    [1, 9, 4],
    [7, 1, 3],
    [17, 13, 1],
  ])('agrees with the definition for %i×%i @ …×%i', (m, k, n) => {
    const it = product(m, k, n);
    multiply(it, wholeProduct(it));
    const expected = referenceProduct(it.a, it.b, it);
    const magnitude = referenceMagnitude(it.a, it.b, it);
    it.c.forEach((value, i) => {
      expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(1e-14 * magnitude[i]);
    });
  });

  it('adds up what is done part by part', () => {
    const it = product(6, 8, 5);
    for (const rows of [
      [0, 4],
      [4, 6],
    ] as const) {
      for (const columns of [
        [0, 1],
        [1, 5],
      ] as const) {
        for (const terms of [
          [0, 3],
          [3, 8],
        ] as const)
          multiply(it, { rows, columns, terms });
      }
    }
    const expected = referenceProduct(it.a, it.b, it);
    it.c.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 12);
    });
  });

  it('lets NaN and Infinity propagate as IEEE says', () => {
    const c = new Float64Array(4);
    const a = Float64Array.of(Number.NaN, 1, Number.POSITIVE_INFINITY, 1);
    const b = Float64Array.of(1, 0, 1, 1);
    multiply({ m: 2, k: 2, n: 2, a, b, c }, wholeProduct({ m: 2, k: 2, n: 2 }));
    expect([...c]).toEqual([Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NaN]);
  });
});
