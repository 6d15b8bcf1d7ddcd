import { describe, expect, it } from 'vitest';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { compileExpression } from '../../../src/maths/expression/evaluate.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

const { exp, log, sqrt, cbrt, abs, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, PI, E } =
  Math;
const s = (x: number) => 1 / (1 + exp(-x));
const density = (x: number) => exp((-x * x) / 2) / sqrt(2 * PI);
type Real = (x: number) => number;

/** A formula, its value and its derivative by hand, and where to look. a is 2, b is 3, c is 0.5. */
const table: readonly (readonly [string, Real, Real, readonly number[]])[] = [
  ['7', () => 7, () => 0, [-1, 0, 2]],
  ['x', (x) => x, () => 1, [-1, 0, 2]],
  ['-x', (x) => -x, () => -1, [-1, 0, 2]],
  ['3x + 2', (x) => 3 * x + 2, () => 3, [-1, 0, 2]],
  ['x^2', (x) => x * x, (x) => 2 * x, [-3, 0, 1.5]],
  ['-x^2', (x) => -x * x, (x) => -2 * x, [-3, 0, 1.5]],
  ['(-x)^2', (x) => x * x, (x) => 2 * x, [-3, 0, 1.5]],
  ['x^3', (x) => x * x * x, (x) => 3 * x * x, [-2, 0, 1.5]],
  ['x^4 - 3x^2 + x', (x) => x ** 4 - 3 * x * x + x, (x) => 4 * x ** 3 - 6 * x + 1, [-1.5, 0, 2]],
  ['x^10', (x) => x ** 10, (x) => 10 * x ** 9, [-1.1, 0, 1.3]],
  ['2^3^2 x', (x) => 512 * x, () => 512, [-1, 0.3]],
  ['1/x', (x) => 1 / x, (x) => -1 / x ** 2, [-2, 0.3, 5]],
  ['1/x^2', (x) => 1 / x ** 2, (x) => -2 / x ** 3, [-2, 0.3, 5]],
  ['x^-3', (x) => x ** -3, (x) => -3 * x ** -4, [-2, 0.3, 5]],
  ['x^0.5', sqrt, (x) => 0.5 / sqrt(x), [0.1, 1, 9]],
  ['x^2.5', (x) => x ** 2.5, (x) => 2.5 * x ** 1.5, [0.1, 1, 4]],
  ['x^-0.5', (x) => 1 / sqrt(x), (x) => -0.5 * x ** -1.5, [0.1, 1, 4]],
  ['(x+1)(x-1)', (x) => x * x - 1, (x) => 2 * x, [-2, 0.5, 3]],
  ['x(x+1)^2', (x) => x * (x + 1) ** 2, (x) => (x + 1) ** 2 + 2 * x * (x + 1), [-2, 0.5, 3]],
  ['(3x-2)^5', (x) => (3 * x - 2) ** 5, (x) => 15 * (3 * x - 2) ** 4, [-1, 0.5, 1]],
  ['x/(x^2+1)', (x) => x / (x * x + 1), (x) => (1 - x * x) / (x * x + 1) ** 2, [-2, 0, 1.5]],
  ['(x-1)/(x+1)', (x) => (x - 1) / (x + 1), (x) => 2 / (x + 1) ** 2, [-3, 0, 2]],
  ['1/2x', (x) => x / 2, () => 0.5, [-1, 2]],
  ['exp(x)', exp, exp, [-5, 0, 3]],
  ['exp(2x)', (x) => exp(2 * x), (x) => 2 * exp(2 * x), [-2, 0, 1.5]],
  ['exp(-x^2)', (x) => exp(-x * x), (x) => -2 * x * exp(-x * x), [-2, 0, 1.5]],
  ['e^x', exp, exp, [-2, 0, 3]],
  ['e^(-x/2)', (x) => exp(-x / 2), (x) => -0.5 * exp(-x / 2), [-2, 0, 3]],
  ['2^x', (x) => 2 ** x, (x) => 2 ** x * log(2), [-2, 0, 3]],
  ['x exp(x)', (x) => x * exp(x), (x) => (x + 1) * exp(x), [-2, 0, 2]],
  ['ln(x)', log, (x) => 1 / x, [0.01, 1, 30]],
  ['ln(x^2+1)', (x) => log(x * x + 1), (x) => (2 * x) / (x * x + 1), [-2, 0, 3]],
  ['x ln(x)', (x) => x * log(x), (x) => log(x) + 1, [0.1, 1, 3]],
  ['ln(ln(x))', (x) => log(log(x)), (x) => 1 / (x * log(x)), [1.5, 3, 10]],
  ['log2(x)', Math.log2, (x) => 1 / (x * log(2)), [0.1, 1, 30]],
  ['log10(3x)', (x) => Math.log10(3 * x), (x) => 1 / (x * log(10)), [0.1, 1, 30]],
  ['sqrt(x)', sqrt, (x) => 1 / (2 * sqrt(x)), [0.01, 1, 30]],
  ['sqrt(x^2+1)', (x) => sqrt(x * x + 1), (x) => x / sqrt(x * x + 1), [-2, 0, 3]],
  ['sqrt(sqrt(x))', (x) => x ** 0.25, (x) => 0.25 * x ** -0.75, [0.1, 1, 16]],
  ['cbrt(x)', cbrt, (x) => 1 / (3 * cbrt(x) ** 2), [-8, -0.1, 0.1, 5]],
  ['cbrt(x^2)', (x) => cbrt(x * x), (x) => 2 / (3 * cbrt(x)), [-8, -0.1, 0.1, 5]],
  ['|x|', abs, (x) => x / abs(x), [-2, 3]],
  ['|x^2-1|', (x) => abs(x * x - 1), (x) => 2 * x * Math.sign(x * x - 1), [-2, 0.5, 3]],
  ['x|x|', (x) => x * abs(x), (x) => 2 * abs(x), [-2, 3]],
  ['abs(sin(x))', (x) => abs(sin(x)), (x) => Math.sign(sin(x)) * cos(x), [-2, 1, 4]],
  ['sign(x)', Math.sign, () => 0, [-2, 3]],
  ['x sign(x)', abs, Math.sign, [-2, 3]],
  ['sin(x)', sin, cos, [-2, 0, 3]],
  ['cos(x)', cos, (x) => -sin(x), [-2, 0, 3]],
  ['tan(x)', tan, (x) => 1 / cos(x) ** 2, [-1, 0, 1.2, 3]],
  ['3sin(2x)', (x) => 3 * sin(2 * x), (x) => 6 * cos(2 * x), [-2, 0, 3]],
  ['sin(x)^2', (x) => sin(x) ** 2, (x) => sin(2 * x), [-2, 0, 3]],
  ['sin(x)^2 + cos(x)^2', () => 1, () => 0, [-2, 0, 3]],
  ['sin(x^2)', (x) => sin(x * x), (x) => 2 * x * cos(x * x), [-2, 0, 3]],
  ['x sin(x)', (x) => x * sin(x), (x) => sin(x) + x * cos(x), [-2, 0, 3]],
  ['sin(x)/x', (x) => sin(x) / x, (x) => cos(x) / x - sin(x) / x ** 2, [-2, 0.3, 3]],
  ['sin(cos(x))', (x) => sin(cos(x)), (x) => -cos(cos(x)) * sin(x), [-2, 0, 3]],
  ['sin(pi x)', (x) => sin(PI * x), (x) => PI * cos(PI * x), [-1, 0, 0.3]],
  ['sin(1/x)', (x) => sin(1 / x), (x) => -cos(1 / x) / x ** 2, [-1, 0.2, 3]],
  ['asin(x)', asin, (x) => 1 / sqrt(1 - x * x), [-0.9, 0, 0.5]],
  ['acos(x)', acos, (x) => -1 / sqrt(1 - x * x), [-0.9, 0, 0.5]],
  ['atan(x)', atan, (x) => 1 / (1 + x * x), [-9, 0, 0.5]],
  ['atan(x^2)', (x) => atan(x * x), (x) => (2 * x) / (1 + x ** 4), [-2, 0, 0.5]],
  ['asin(x/3)', (x) => asin(x / 3), (x) => 1 / sqrt(9 - x * x), [-2, 0, 0.5]],
  ['sinh(x)', sinh, cosh, [-3, 0, 2]],
  ['cosh(x)', cosh, sinh, [-3, 0, 2]],
  ['tanh(x)', tanh, (x) => 1 / cosh(x) ** 2, [-3, 0, 2]],
  ['tanh(3x)', (x) => tanh(3 * x), (x) => 3 / cosh(3 * x) ** 2, [-1, 0, 2]],
  ['sigmoid(x)', s, (x) => s(x) * s(-x), [-30, -3, 0, 2, 30]],
  ['1/(1+exp(-x))', s, (x) => s(x) * s(-x), [-30, -3, 0, 2]],
  ['sigmoid(4x-1)', (x) => s(4 * x - 1), (x) => 4 * s(4 * x - 1) * s(1 - 4 * x), [-1, 0, 2]],
  ['relu(x)', (x) => (x > 0 ? x : 0), (x) => (x > 0 ? 1 : 0), [-3, 2]],
  ['relu(x)^2', (x) => (x > 0 ? x * x : 0), (x) => (x > 0 ? 2 * x : 0), [-3, 2]],
  ['relu(1-x)', (x) => (x < 1 ? 1 - x : 0), (x) => (x < 1 ? -1 : 0), [-3, 2]],
  ['softplus(x)', (x) => log(1 + exp(x)), s, [-3, 0, 2]],
  ['softplus(x^2)', (x) => log(1 + exp(x * x)), (x) => 2 * x * s(x * x), [-2, 0, 2]],
  // Φ(1) = 0.841344746068542948..., Φ(-2) = 0.022750131948179207...
  ['gelu(x)', (x) => x * phi(x), (x) => phi(x) + x * density(x), [1, -2, 0]],
  ['x sigmoid(x)', (x) => x * s(x), (x) => s(x) + x * s(x) * s(-x), [-3, 0, 2]],
  ['max(x, 1)', (x) => (x > 1 ? x : 1), (x) => (x > 1 ? 1 : 0), [-1, 3]],
  ['min(x^2, 4)', (x) => Math.min(x * x, 4), (x) => (x * x < 4 ? 2 * x : 0), [-3, 0, 1]],
  ['max(x, -x, 1)', (x) => Math.max(abs(x), 1), (x) => (abs(x) > 1 ? Math.sign(x) : 0), [-3, 0, 2]],
  [
    'min(sin(x), cos(x))',
    (x) => Math.min(sin(x), cos(x)),
    (x) => (sin(x) < cos(x) ? cos(x) : -sin(x)),
    [0, 2],
  ],
  ['floor(x)', Math.floor, () => 0, [-0.5, 2.5]],
  ['x - floor(x)', (x) => x - Math.floor(x), () => 1, [-0.5, 2.5]],
  ['x^x', (x) => x ** x, (x) => x ** x * (log(x) + 1), [0.2, 1, 3]],
  [
    'x^sin(x)',
    (x) => x ** sin(x),
    (x) => x ** sin(x) * (cos(x) * log(x) + sin(x) / x),
    [0.2, 1, 3],
  ],
  [
    '(x^2+1)^x',
    (x) => (x * x + 1) ** x,
    (x) => (x * x + 1) ** x * (log(x * x + 1) + (2 * x * x) / (x * x + 1)),
    [-1, 0, 2],
  ],
  ['a x^2 + b x + c', (x) => 2 * x * x + 3 * x + 0.5, (x) => 4 * x + 3, [-1, 0, 2]],
  ['x^a', (x) => x * x, (x) => 2 * x, [-1, 0, 2]],
  ['a^x', (x) => 2 ** x, (x) => log(2) * 2 ** x, [-1, 0, 2]],
  ['sin(a x + b)', (x) => sin(2 * x + 3), (x) => 2 * cos(2 * x + 3), [-1, 0, 2]],
  ['(a x - b)^2/2', (x) => (2 * x - 3) ** 2 / 2, (x) => 2 * (2 * x - 3), [-1, 0, 2]],
  ['π x + e', (x) => PI * x + E, () => PI, [-1, 0, 2]],
  [
    'exp(sin(x)) ln(x^2+2)',
    (x) => exp(sin(x)) * log(x * x + 2),
    (x) => exp(sin(x)) * (cos(x) * log(x * x + 2) + (2 * x) / (x * x + 2)),
    [-1, 0, 2],
  ],
];

function phi(x: number): number {
  return x === 0 ? 0.5 : x === 1 ? 0.8413447460685429 : 0.0227501319481792;
}

const parameters = { a: 2, b: 3, c: 0.5 };
const isNear = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(4e-14 * Math.max(1, Math.abs(expected)));

describe('the derivative, by its formula and by dual numbers, of', () => {
  it('at least eighty formulas', () => expect(table.length).toBeGreaterThanOrEqual(80));
  for (const [text, value, slope, places] of table) {
    it(text, () => {
      const f = parseExpression(text);
      const evaluate = compileExpression(f, { parameters });
      const exact = compileExpression(derivative(f), { parameters });
      const dual = compileDual(f, { parameters });
      for (const x of places) {
        isNear(evaluate(x), value(x));
        isNear(exact(x), slope(x));
        isNear(dual(x).value, value(x));
        isNear(dual(x).first, slope(x));
      }
    });
  }
});

describe('the second derivative, by its formula and by dual numbers, of', () => {
  const seconds: readonly (readonly [string, Real, readonly number[]])[] = [
    ['x', () => 0, [-1, 0, 2]],
    ['x^2', () => 2, [-1, 0, 2]],
    ['x^3', (x) => 6 * x, [-1, 0, 2]],
    ['1/x', (x) => 2 / x ** 3, [-1, 2]],
    ['sin(x)', (x) => -sin(x), [-1, 0, 2]],
    ['exp(2x)', (x) => 4 * exp(2 * x), [-1, 0, 2]],
    ['exp(-x^2)', (x) => (4 * x * x - 2) * exp(-x * x), [-1, 0, 2]],
    ['ln(x)', (x) => -1 / x ** 2, [0.5, 2]],
    ['sqrt(x)', (x) => -0.25 * x ** -1.5, [0.5, 2]],
    ['cbrt(x)', (x) => (-2 / 9) * cbrt(x) ** -5, [-2, 0.5]],
    ['tan(x)', (x) => (2 * tan(x)) / cos(x) ** 2, [-1, 0, 1]],
    ['asin(x)', (x) => x * (1 - x * x) ** -1.5, [-0.5, 0, 0.7]],
    ['acos(x)', (x) => -x * (1 - x * x) ** -1.5, [-0.5, 0, 0.7]],
    ['atan(x)', (x) => (-2 * x) / (1 + x * x) ** 2, [-0.5, 0, 2]],
    ['sinh(x)', sinh, [-1, 0, 2]],
    ['cosh(x)', cosh, [-1, 0, 2]],
    ['tanh(x)', (x) => (-2 * tanh(x)) / cosh(x) ** 2, [-1, 0, 2]],
    ['sigmoid(x)', (x) => s(x) * s(-x) * (s(-x) - s(x)), [-1, 0, 2]],
    ['softplus(x)', (x) => s(x) * s(-x), [-1, 0, 2]],
    ['gelu(x)', (x) => density(x) * (2 - x * x), [-2, 0, 1]],
    ['erf(x)', (x) => (-4 * x * exp(-x * x)) / sqrt(PI), [-2, 0, 1]],
    ['log2(x)', (x) => -1 / (x * x * log(2)), [0.5, 2]],
    ['log10(x)', (x) => -1 / (x * x * log(10)), [0.5, 2]],
    ['|x|', () => 0, [-0.1, 0.3]],
    ['|sin(x)|', (x) => -abs(sin(x)), [-0.1, 0.3]],
    ['relu(x)^3', (x) => (x > 0 ? 6 * x : 0), [-0.1, 0.3]],
    ['max(x^2, x)', (x) => (x < 0 || x > 1 ? 2 : 0), [-0.1, 0.3, 2]],
    ['x^x', (x) => x ** x * ((log(x) + 1) ** 2 + 1 / x), [0.5, 2]],
    ['sin(x)/x', (x) => -sin(x) / x - (2 * cos(x)) / x ** 2 + (2 * sin(x)) / x ** 3, [0.5, 2]],
  ];
  for (const [text, second, places] of seconds) {
    it(text, () => {
      const f = parseExpression(text);
      const exact = compileExpression(derivative(f, 2));
      const dual = compileDual(f);
      for (const x of places) {
        isNear(exact(x), second(x));
        isNear(dual(x).second, second(x));
      }
    });
  }
});

describe('there is no derivative', () => {
  for (const [text, x] of [
    ['|x|', 0],
    ['relu(x)', 0],
    ['sign(x)', 0],
    ['floor(x)', 2],
    ['max(x, 1)', 1],
    ['min(x, x^2)', 0],
    ['sqrt(x)', 0],
    ['cbrt(x)', 0],
    ['asin(x)', 1],
    ['1/x', 0],
    ['|x-1| + x^2', 1],
  ] as const) {
    it(`of ${text} at ${x}`, () => {
      const f = parseExpression(text);
      expect(compileExpression(derivative(f))(x)).toBeNaN();
      expect(compileExpression(derivative(f, 2))(x)).toBeNaN();
      expect(compileDual(f)(x).first).toBeNaN();
      expect(compileDual(f)(x).second).toBeNaN();
    });
  }
});
