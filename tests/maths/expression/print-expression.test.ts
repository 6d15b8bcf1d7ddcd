import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';
import { toTex } from '../../../src/maths/expression/to-tex.ts';

const read = (text: string) => parseExpression(text, ['x', 'y']);

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

describe('as TeX', () => {
  for (const [text, tex] of [
    ['x^2', 'x^{2}'],
    ['(x+1)^2', '\\left(x + 1\\right)^{2}'],
    ['1/(2x)', '\\frac{1}{2 x}'],
    ['2*3', '2 \\cdot 3'],
    ['sqrt(x)', '\\sqrt{x}'],
    ['|x|', '\\left|x\\right|'],
    ['sin(pi x)', '\\sin\\left(\\pi x\\right)'],
    ['-(x+1)', '-\\left(x + 1\\right)'],
    ['(-2)^x', '\\left(-2\\right)^{x}'],
    ['relu(x)', '\\operatorname{relu}\\left(x\\right)'],
    ['1e-7 x', '1 \\cdot 10^{-7} x'],
  ] as const) {
    it(text, () => expect(toTex(parseExpression(text))).toBe(tex));
  }
});
