import { describe, expect, it } from 'vitest';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

const read = (text: string) => parseExpression(text, ['x', 'y']);

describe('the second derivative by dual numbers of', () => {
  const { sin, cos, exp, log } = Math;
  for (const [text, x, second] of [
    ['x^2 - sin(x)', 0.7, 2 + sin(0.7)],
    ['x^2 + cos(x)', 0.7, 2 - cos(0.7)],
    ['-(x^3)', 0.7, -6 * 0.7],
    ['x^2 sin(x)', 0.7, 2 * sin(0.7) + 4 * 0.7 * cos(0.7) - 0.49 * sin(0.7)],
    ['sin(x) cos(x)', 0.3, -2 * sin(0.6)],
    ['exp(x)/x', 2, exp(2) * (1 / 2 - 2 / 4 + 2 / 8)],
    ['x^3/sin(x)', 1.1, quotient(1.1)],
    ['2^x', 1.5, log(2) ** 2 * 2 ** 1.5],
    ['x^2.5', 4, 3.75 * 2],
    ['(x^2+1)^3', 0.5, 6 * 1.25 ** 2 + 24 * 0.25 * 1.25],
    ['x^0', 0.7, 0],
    ['x^0', 0, 0],
    ['x^1', 0, 0],
    ['x^(1+1)', -1, 2],
    ['x^a', -1, 2],
    ['x^1', 0.7, 0],
    ['7', 0.7, 0],
    ['a x^2', 0.7, 4],
  ] as const) {
    it(text, () => {
      const found = compileDual(read(text), { parameters: { a: 2 } })(x).second;
      expect(Math.abs(found - second)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(second)));
    });
  }

  /** (u/v)″ for u = x³ and v = sin x, by hand. */
  function quotient(x: number): number {
    const [u, du, ddu] = [x ** 3, 3 * x * x, 6 * x];
    const [v, dv, ddv] = [sin(x), cos(x), -sin(x)];
    return ddu / v - (2 * du * dv + u * ddv) / v ** 2 + (2 * u * dv * dv) / v ** 3;
  }

  it('is none where there is no value', () => {
    for (const text of ['ln(x)', '1/(x+1)', 'sqrt(x)', 'x^0.5']) {
      const { value, first, second } = compileDual(read(text))(-1);
      expect([value, first, second]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });
});
