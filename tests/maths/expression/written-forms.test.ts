import { describe, expect, it } from 'vitest';
import { compileSlope } from '../../../src/maths/expression/compile-slope.ts';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { parametersOf } from '../../../src/maths/expression/parameters-of.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';
import { simplify } from '../../../src/maths/expression/simplify.ts';
import { toTex } from '../../../src/maths/expression/to-tex.ts';

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

describe('simplified,', () => {
  for (const [text, simple] of [
    // Sums.
    ['x + 0', 'x'],
    ['0 + x', 'x'],
    ['x - 0', 'x'],
    ['0 - x', '-x'],
    ['x - x', '0'],
    ['x + x', '2x'],
    ['2x + 3x', '5x'],
    ['2x - 3x', '-x'],
    ['2x - x', 'x'],
    ['x/2 + x/2', 'x'],
    ['x + -1', 'x - 1'],
    ['x - -1', 'x + 1'],
    ['-x + 1', '1 - x'],
    ['1 - -x', 'x + 1'],
    ['1 + x + 2', 'x + 3'],
    ['x + y', 'x + y'],
    ['a - (b - c)', 'a - b + c'],
    ['a + (b + c)', 'a + b + c'],
    ['2(x+1) + 3(x+1)', '5(x + 1)'],
    ['-(x - 1)', '1 - x'],
    // Products, numbers first, then letters, variables, functions, sums.
    ['1 * x', 'x'],
    ['x * 0', '0'],
    ['x x', 'x^2'],
    ['x^2 x^3', 'x^5'],
    ['(x+1)^2 (x+1)', '(x + 1)^3'],
    ['sqrt(x) sqrt(x)', 'sqrt(x)^2'],
    ['x (-2)', '-2x'],
    ['(-x)(-x)', 'x^2'],
    ['2*(3*x)', '6x'],
    ['sin(x) x', 'x * sin(x)'],
    ['x a', 'a * x'],
    ['y a', 'a * y'],
    ['x pi', 'pi * x'],
    ['a pi', 'pi * a'],
    ['sin(x) (x+1)', '(x + 1) * sin(x)'],
    ['sin(x) x^2', 'x^2 * sin(x)'],
    ['(x+1)^2 x', 'x * (x + 1)^2'],
    ['-(2(x+1))', '-2(x + 1)'],
    // Quotients, which keep their domain: x/x has no value at 0.
    ['x/1', 'x'],
    ['0/x', '0 / x'],
    ['x/x', 'x / x'],
    ['x^2/x', 'x^2 / x'],
    ['x/x^2', '1 / x'],
    ['(x+1)/(x+1)', '(x + 1) / (x + 1)'],
    ['6/4', '3 / 2'],
    ['x/2/3', 'x / 6'],
    ['x/(-2)', '-x / 2'],
    ['a/b/c', 'a / (b * c)'],
    ['a/(b/c)', 'a / (b / c)'],
    ['1/(1/x)', '1 / (1 / x)'],
    ['3/0', '3 / 0'],
    ['ln(x) * 0', '0ln(x)'],
    ['ln(x) - ln(x)', '0ln(x)'],
    ['x^2 * 0', '0'],
    ['x^0.5 * 0', '0x^0.5'],
    ['x^a * 0', '0x^a'],
    ['ln(x)^2 * 0', '0ln(x)^2'],
    ['max(x, ln(x)) * 0', '0max(x, ln(x))'],
    ['2/x + 3/x', '5 / x'],
    // Powers; a root of a square is not what was squared.
    ['x^0', '1'],
    ['x^1', 'x'],
    ['(x-1)^0', '1'],
    ['ln(x)^0', 'ln(x)^0'],
    ['(2x)^2', '4x^2'],
    ['(a b)^2', 'a^2 * b^2'],
    ['(-x)^3', '-x^3'],
    ['(-x)^2', 'x^2'],
    ['x a^x', 'x * a^x'],
    ['(x^2)^3', 'x^6'],
    ['(x^2)^0.5', '(x^2)^0.5'],
    ['(x^0.5)^2', '(x^0.5)^2'],
    ['2^3', '8'],
    ['2^0.5', '2^0.5'],
    ['10^400', '10^400'],
    ['1e200*1e200', '1e+200 * 1e+200'],
    // What comes out even is worked out, the rest is left as it is.
    ['2 * 3', '6'],
    ['2 - 3', '-1'],
    ['ln(e)', '1'],
    ['ln(1)', '0'],
    ['exp(0)', '1'],
    ['exp(1)', 'exp(1)'],
    ['sqrt(4)', '2'],
    ['sqrt(2)', 'sqrt(2)'],
    ['cbrt(8)', '2'],
    ['cbrt(9)', 'cbrt(9)'],
    // Its root is whole in f64, for all are that are so large; squared it is another number.
    ['sqrt(2e32)', 'sqrt(2e+32)'],
    ['cbrt(2e50)', 'cbrt(2e+50)'],
    ['sin(1)', 'sin(1)'],
    ['max(1, 2)', '2'],
    ['abs(-3)', '3'],
    ['--x', 'x'],
  ] as const) {
    it(`${text} is ${simple}`, () => expect(printExpression(simplify(read(text)))).toBe(simple));
  }
});

describe('printed and as TeX,', () => {
  for (const [text, printed, tex] of [
    ['2*3', '2 * 3', '2 \\cdot 3'],
    ['2(x+1)', '2(x + 1)', '2 \\left(x + 1\\right)'],
    ['x*(-2)', 'x * -2', 'x \\cdot \\left(-2\\right)'],
    ['(x+1)(x+2)', '(x + 1) * (x + 2)', '\\left(x + 1\\right) \\left(x + 2\\right)'],
    ['x-(1-x)', 'x - (1 - x)', 'x - \\left(1 - x\\right)'],
    ['x-1-1', 'x - 1 - 1', 'x - 1 - 1'],
    ['-x^2', '-x^2', '-x^{2}'],
    ['(-x)^2', '(-x)^2', '\\left(-x\\right)^{2}'],
    ['(2x)^2', '(2x)^2', '\\left(2 x\\right)^{2}'],
    ['(x^2)^3', '(x^2)^3', '\\left(x^{2}\\right)^{3}'],
    ['x^(a+1)', 'x^(a + 1)', 'x^{a + 1}'],
    ['x^-2', 'x^-2', 'x^{-2}'],
    ['1/x/2', '1 / x / 2', '\\frac{\\frac{1}{x}}{2}'],
    ['-(-x)', '--x', '-\\left(-x\\right)'],
    ['x*3x', 'x * (3x)', 'x \\cdot 3 x'],
    ['a*-x', 'a * -x', 'a \\left(-x\\right)'],
    ['2sin(x)', '2sin(x)', '2 \\sin\\left(x\\right)'],
    ['2e^x', '2e^x', '2 e^{x}'],
    ['floor(x)', 'floor(x)', '\\left\\lfloor x \\right\\rfloor'],
    ['cbrt(x)', 'cbrt(x)', '\\sqrt[3]{x}'],
    ['max(x,1)', 'max(x, 1)', '\\max\\left(x, 1\\right)'],
    ['log2(x)', 'log2(x)', '\\log_2\\left(x\\right)'],
    ['sigmoid(x)', 'sigmoid(x)', '\\sigma\\left(x\\right)'],
    ['-2', '-2', '-2'],
    ['1e21 x', '1e+21x', '1 \\cdot 10^{21} x'],
  ] as const) {
    it(text, () => {
      expect(printExpression(read(text))).toBe(printed);
      expect(toTex(read(text))).toBe(tex);
    });
  }

  it('the negation of a number is no number', () => {
    const two = { kind: 'number', value: 2 } as const;
    expect(printExpression({ kind: 'call', operation: 'negate', args: [two] })).toBe('-(2)');
    expect(printExpression({ kind: 'number', value: -2 })).toBe('-2');
  });

  it('a formula of more than 4,000 parts is only counted', () => {
    // u^2 doubles the parts: 2^12 x's, and what adds them.
    let f = read('x');
    for (let i = 0; i < 12; i++) f = { kind: 'call', operation: 'add', args: [f, f] };
    expect(printExpression(f)).toBe('a formula of 8191 parts, too long to write out');
    expect(toTex(f)).toBe('\\text{a formula of 8191 parts, too long to write out}');
  });
});

describe('a formula’s parameters', () => {
  it('are its letters but x and y, in the order of the alphabet, each once', () => {
    expect(parametersOf(read('c x + a y + a^2 + b'))).toEqual(['a', 'b', 'c']);
    expect(parametersOf(read('x + y + e + pi'))).toEqual([]);
  });
});

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

describe('a slope', () => {
  it('is rounded at each step in f32, and not in f64', () => {
    const third = (precision?: 'f32' | 'f64') =>
      compileSlope(read('x^2/6'), { scheme: 'dual', ...(precision ? { precision } : {}) })(1, 0.1);
    expect(third('f32')).toBe(Math.fround(1 / 3));
    expect(third('f64')).toBe(1 / 3);
    expect(third()).toBe(1 / 3);
  });

  it('is the one that is asked for: by its order, its variable, and at its y', () => {
    const f = read('x^3 y^2');
    const slope = (order: 1 | 2, by: 'x' | 'y') =>
      compileSlope(f, { scheme: 'dual', order, by })(2, 0.1, 3);
    expect(slope(1, 'x')).toBe(3 * 4 * 9);
    expect(slope(2, 'x')).toBe(6 * 2 * 9);
    expect(slope(1, 'y')).toBe(8 * 2 * 3);
    expect(slope(2, 'y')).toBe(8 * 2);
  });

  it('is none where the value, or a derivative before it, is none', () => {
    // ln(x) has the formula 1/x for its slope, which has a value at -1.
    for (const precision of ['f32', 'f64'] as const) {
      for (const order of [1, 2] as const) {
        const options = { scheme: 'dual', order, precision } as const;
        expect(compileSlope(read('ln(x)'), options)(-1, 0.1)).toBeNaN();
        expect(compileSlope(read('ln(x)'), options)(1, 0.1)).toBe(order === 1 ? 1 : -1);
      }
    }
  });
});

describe('a name that is none of the language', () => {
  for (const [text, says] of [
    ['h', 'h is the distance between two points; name a parameter otherwise (at character 1)'],
    ['f + 1', 'f is the function itself; name a parameter otherwise (at character 1)'],
    [
      '2i',
      'i is no number here, as formulas are real; name a parameter otherwise (at character 2)',
    ],
  ] as const) {
    it(`${text} is refused for what it would mean`, () => {
      expect(() => read(text)).toThrow(says);
    });
  }
});
