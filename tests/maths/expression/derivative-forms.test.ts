import { describe, expect, it } from 'vitest';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';

const read = (text: string) => parseExpression(text, ['x', 'y']);

describe('the derivatives of', () => {
  // As a table of derivatives has them.
  for (const [text, first, second] of [
    ['5', '0', '0'],
    ['x', '1', '0'],
    ['3x + 2', '3', '0'],
    ['x/3', '1 / 3', '0'],
    ['pi x', 'pi', '0'],
    ['x^2', '2x', '2'],
    ['x^2/2', 'x', '1'],
    ['-x^2', '-2x', '-2'],
    ['-(x^3)', '-3x^2', '-6x'],
    ['x^4 - 3x^2 + x', '4x^3 - 6x + 1', '12x^2 - 6'],
    ['(x+1)(x-1)', '2x', '2'],
    ['2(x+1)^2', '4(x + 1)', '4'],
    ['(3x-2)^5', '15(3x - 2)^4', '180(3x - 2)^3'],
    ['x^-3', '-3x^-4', '12x^-5'],
    ['x^2.5', '2.5x^1.5', '3.75x^0.5'],
    ['1/x', '-1 / x^2', '2 / x^3'],
    ['1/x^2', '-2 / x^3', '6 / x^4'],
    ['2/x', '-2 / x^2', '4 / x^3'],
    ['sqrt(x)', '1 / (2sqrt(x))', '-1 / (4sqrt(x)^3)'],
    ['cbrt(x)', '1 / (3cbrt(x)^2)', '-2 / (9cbrt(x)^5)'],
    ['e^x', 'e^x', 'e^x'],
    ['exp(2x)', '2exp(2x)', '4exp(2x)'],
    ['exp(-x^2)', '-2x * exp(-x^2)', '4x^2 * exp(-x^2) - 2exp(-x^2)'],
    ['e^(-x/2)', '-e^(-x / 2) / 2', 'e^(-x / 2) / 4'],
    ['x exp(x)', 'exp(x) + x * exp(x)', '2exp(x) + x * exp(x)'],
    ['2^x', '2^x * ln(2)', '2^x * ln(2)^2'],
    ['a^x', 'a^x * ln(a)', 'a^x * ln(a)^2'],
    ['ln(x)', '1 / x', '-1 / x^2'],
    ['ln(2x)', '1 / x', '-1 / x^2'],
    ['log2(x)', '1 / (x * ln(2))', '-1 / (x^2 * ln(2))'],
    ['log10(x)', '1 / (x * ln(10))', '-1 / (x^2 * ln(10))'],
    ['cos(x)', '-sin(x)', '-cos(x)'],
    ['cos(x)/2', '-sin(x) / 2', '-cos(x) / 2'],
    ['sin(2x)', '2cos(2x)', '-4sin(2x)'],
    ['sin(x)^2', '2sin(x) * cos(x)', '2cos(x)^2 - 2sin(x)^2'],
    ['x - sin(x)', '1 - cos(x)', 'sin(x)'],
    ['x sin(x)', 'sin(x) + x * cos(x)', '2cos(x) - x * sin(x)'],
    ['sin(a x + b)', 'a * cos(a * x + b)', '-a^2 * sin(a * x + b)'],
    ['tan(x)', '1 / cos(x)^2', '2sin(x) / cos(x)^3'],
    ['asin(x)', '1 / sqrt(1 - x^2)', 'x / sqrt(1 - x^2)^3'],
    ['acos(x)', '-1 / sqrt(1 - x^2)', '-x / sqrt(1 - x^2)^3'],
    ['atan(x)', '1 / (x^2 + 1)', '-2x / (x^2 + 1)^2'],
    ['sinh(x)', 'cosh(x)', 'sinh(x)'],
    ['tanh(x)', '1 - tanh(x)^2', '-2(1 - tanh(x)^2) * tanh(x)'],
    ['softplus(x)', 'sigmoid(x)', 'sigmoid(x) * sigmoid(-x)'],
    ['erf(x)', '2exp(-x^2) / sqrt(pi)', '-4x * exp(-x^2) / sqrt(pi)'],
    ['a x^2 + b x + c', '2a * x + b', '2a'],
    ['a/(b x)', '-a / (b * x^2)', '2a / (b * x^3)'],
  ] as const) {
    it(`${text} are ${first} and ${second}`, () => {
      const f = read(text);
      expect(printExpression(derivative(f))).toBe(first);
      expect(printExpression(derivative(f, 2))).toBe(second);
    });
  }

  it('x² y by y is x²', () => {
    expect(printExpression(derivative(read('x^2 y'), 1, 'y'))).toBe('x^2');
    expect(printExpression(derivative(read('x^2 y^3'), 1, 'y'))).toBe('3x^2 * y^2');
  });
});
