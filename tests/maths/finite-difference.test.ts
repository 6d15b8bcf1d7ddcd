import { describe, expect, it } from 'vitest';
import { compileSlope } from '../../src/maths/expression/compile-slope.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { finiteDifference, type Scheme } from '../../src/maths/finite-difference.ts';

const errorAt = (scheme: Scheme, order: 1 | 2, precision: 'f32' | 'f64') => {
  const slope = compileSlope(parseExpression('exp(sin(x))'), { scheme, order, precision });
  const x = precision === 'f32' ? Math.fround(0.7) : 0.7;
  const value = Math.exp(Math.sin(x));
  const exact = order === 1 ? Math.cos(x) * value : (Math.cos(x) ** 2 - Math.sin(x)) * value;
  return (h: number) => Math.abs(slope(x, h) - exact);
};

describe('the error shrinks with h as theory says', () => {
  for (const [scheme, order, power, h] of [
    ['forward', 1, 1, 1e-3],
    ['backward', 1, 1, 1e-3],
    ['central', 1, 2, 1e-2],
    ['five-point', 1, 4, 2e-2],
    ['forward', 2, 1, 1e-3],
    ['backward', 2, 1, 1e-3],
    ['central', 2, 2, 1e-2],
    ['five-point', 2, 4, 2e-2],
  ] as const) {
    it(`${scheme}, derivative ${order}: with the power ${power}`, () => {
      const error = errorAt(scheme, order, 'f64');
      expect(Math.abs(Math.log2(error(2 * h) / error(h)) - power)).toBeLessThan(0.1);
    });
  }
});

describe('the error is least where theory says', () => {
  for (const [scheme, precision, root] of [
    ['forward', 'f64', 2],
    ['backward', 'f64', 2],
    ['central', 'f64', 3],
    ['forward', 'f32', 2],
    ['backward', 'f32', 2],
    ['central', 'f32', 3],
  ] as const) {
    it(`${scheme} in ${precision}: near eps^(1/${root})`, () => {
      const epsilon = precision === 'f64' ? 2 ** -52 : 2 ** -23;
      const error = errorAt(scheme, 1, precision);
      // A single error may be small by luck; the median of a tenth of a decade is none's luck.
      const typical = (exponent: number) => {
        const errors = Array.from({ length: 41 }, (_, i) =>
          error(10 ** (exponent + (i - 20) / 100)),
        );
        return errors.sort((a, b) => a - b)[20];
      };
      const exponents = Array.from({ length: 151 }, (_, i) => -15 + i / 10);
      const best = exponents.reduce((a, b) => (typical(b) < typical(a) ? b : a));
      expect(Math.abs(best - Math.log10(epsilon) / root)).toBeLessThanOrEqual(0.5);
    });
  }
});

it('a distance that x does not feel gives no slope', () => {
  const f = (x: number) => x * x;
  expect(finiteDifference(f, 1, 1e-17, 'forward')).toBe(0);
  expect(finiteDifference(f, 1, 1e-9, 'forward', { round: Math.fround })).toBe(0);
});

it('x + h is rounded and h is not: the textbook, with its error', () => {
  const h = 1e-9;
  expect(finiteDifference((x) => x, 1, h, 'forward')).toBe((1 + h - 1) / h);
  expect(finiteDifference((x) => x, 1, h, 'forward')).not.toBe(1);
});

it('no value at one of its points is no slope', () => {
  for (const scheme of ['forward', 'central', 'five-point'] as const) {
    const slope = compileSlope(parseExpression('sqrt(-x)'), { scheme });
    expect(slope(-0.05, 0.1)).toBeNaN();
    expect(slope(-1, 0.1)).not.toBeNaN();
  }
});

it('dual numbers need no distance, in either precision', () => {
  const f = parseExpression('x^3');
  for (const precision of ['f64', 'f32'] as const) {
    expect(compileSlope(f, { scheme: 'dual', precision })(2, Number.NaN)).toBe(12);
    expect(compileSlope(f, { scheme: 'dual', precision, order: 2 })(2, Number.NaN)).toBe(12);
  }
});

it('along y', () => {
  const f = parseExpression('x y^2', ['x', 'y']);
  for (const scheme of ['central', 'dual'] as const) {
    expect(compileSlope(f, { scheme, by: 'y' })(2, 0.5, 3)).toBe(12);
    expect(compileSlope(f, { scheme, by: 'x' })(2, 0.5, 3)).toBe(9);
  }
});
