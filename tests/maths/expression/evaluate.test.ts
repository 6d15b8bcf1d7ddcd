import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/maths/expression/evaluate.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

const valueAt = (text: string, x: number) => compileExpression(parseExpression(text))(x);

describe('outside of its domain a function is NaN, and nowhere else:', () => {
  for (const [text, x, value] of [
    ['ln(x)', -1, Number.NaN],
    ['ln(x)', 0, Number.NaN],
    ['log2(x)', 0, Number.NaN],
    ['log10(x)', -1, Number.NaN],
    ['1/x', 0, Number.NaN],
    ['x/x', 0, Number.NaN],
    ['1/(1/x)', 0, Number.NaN],
    ['sqrt(x)', -1, Number.NaN],
    ['sqrt(x)', 0, 0],
    ['asin(x)', 1.1, Number.NaN],
    ['acos(x)', -1.1, Number.NaN],
    ['x^-1', 0, Number.NaN],
    ['x^-0.5', 0, Number.NaN],
    ['x^0', 0, 1],
    ['x^0.5', -4, Number.NaN],
    ['x^(1/3)', -8, Number.NaN],
    ['cbrt(x)', -8, -2],
    ['x^3', -2, -8],
    ['x^-3', -2, -0.125],
    ['x^x', -2, 0.25],
    ['exp(x)', 1000, Number.NaN],
    ['x^2', 1e200, Number.NaN],
    ['1/(1+exp(-x))', -1000, 0],
    ['exp(x)', -1000, 0],
    ['tanh(x)', 1000, 1],
    ['softplus(x)', 1000, 1000],
    ['sigmoid(x)', -1000, 0],
    ['gelu(x)', -1000, 0],
    ['gelu(x)', 1000, 1000],
    ['erf(x)', 1, 0.8427007929497149],
    ['erf(x)', -3, -0.9999779095030014],
    ['relu(x)', -1, 0],
    ['sign(x)', 0, 0],
    ['floor(x)', -0.5, -1],
  ] as const) {
    it(`${text} at ${x} is ${value}`, () => {
      const found = valueAt(text, x);
      if (Number.isNaN(value)) expect(found).toBeNaN();
      else expect(Math.abs(found - value)).toBeLessThanOrEqual(4e-16 * Math.abs(value));
    });
  }
});

it('in f32 every operation is rounded to f32', () => {
  const f = compileExpression(parseExpression('(x + 1) - x'), { precision: 'f32' });
  expect(f(2 ** 24)).toBe(0);
  expect(compileExpression(parseExpression('x/3'), { precision: 'f32' })(1)).toBe(
    Math.fround(1 / 3),
  );
  expect(compileExpression(parseExpression('0.1'), { precision: 'f32' })(1)).toBe(Math.fround(0.1));
  expect(compileExpression(parseExpression('x^2'), { precision: 'f32' })(1e20)).toBeNaN();
});
