import { describe, expect, it } from 'vitest';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { compileExpression, compileExpressions } from '../../../src/maths/expression/evaluate.ts';
import { ExpressionError } from '../../../src/maths/expression/expression-error.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';
import { toTex } from '../../../src/maths/expression/to-tex.ts';

const valueAt = (text: string, x: number) => compileExpression(parseExpression(text))(x);

describe('a formula is read as people mean it', () => {
  for (const [text, x, value] of [
    ['-x^2', 3, -9],
    ['(-x)^2', 3, 9],
    ['2^3^2', 0, 512],
    ['2x', 3, 6],
    ['2x^2', 3, 18],
    ['3sin(x)', 0, 0],
    ['(x+1)(x-1)', 3, 8],
    ['x(x+1)', 3, 12],
    ['x(x+1)^2', 3, 48],
    ['2^-x', 3, 0.125],
    ['--x', 3, 3],
    ['+x', 3, 3],
    ['x - -2', 3, 5],
    ['8/2/2', 0, 2],
    ['8-2-2', 0, 4],
    ['1/2x', 3, 1.5],
    ['-1/2x', 3, -1.5],
    ['1/2/4x', 4, 0.5],
    ['1/2(x)', 3, 1.5],
    ['1/2|x|', -3, 1.5],
    ['|1/2|x', 3, 1.5],
    ['1/2x^2', 3, 4.5],
    ['1/x^2 x', 2, 0.125],
    ['(1)/2x', 2, 0.25],
    ['1/(2x)', 2, 0.25],
    ['x/2x', 2, 0.5],
    ['2^-3^2', 0, 2 ** -9],
    ['-2^2', 0, -4],
    ['2-|x|-1', -3, -2],
    ['6/x x', 3, 6 / 9],
    ['|x-5|', 3, 2],
    ['|x||x|', -3, 9],
    ['||x|-5|', -3, 2],
    ['2|x|', -3, 6],
    ['π', 0, Math.PI],
    ['2e', 0, 2 * Math.E],
    ['2e3', 0, 2000],
    ['1e-7x', 1, 1e-7],
    ['.5x', 4, 2],
    ['5.', 4, 5],
    ['a x', 3, 3],
    ['a(x)', 3, 3],
    ['x×2·x÷3−1', 3, 5],
    ['max(1, x, 2)', 3, 3],
    ['min(1, x)', 3, 1],
    ['log2(8)', 3, 3],
    ['log10(1000)', 3, 3],
    ['  x \n + 1 ', 3, 4],
  ] as const) {
    it(JSON.stringify(text), () => expect(valueAt(text, x)).toBeCloseTo(value, 13));
  }

  it('with y where there are two variables', () => {
    const f = compileExpression(parseExpression('x y + y^2', ['x', 'y']));
    expect(f(2, 3)).toBe(15);
  });
});

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

describe('is refused with a sentence and a place:', () => {
  const deep = (begin: string, middle: string, end: string, times: number) =>
    begin.repeat(times) + middle + end.repeat(times);
  for (const [text, message, position] of [
    ['', /the formula is empty/, 0],
    ['   ', /the formula is empty/, 0],
    ['x +', /something is missing after \+ at character 3/, 2],
    ['x^', /something is missing after \^ at character 2/, 1],
    ['x * / 2', /something is missing after \* at character 3/, 2],
    ['*2', /something is missing before \* at character 1/, 0],
    ['-', /something is missing after - at character 1/, 0],
    ['(x', /the parenthesis at character 1 is not closed/, 0],
    ['sin(x', /the parenthesis at character 4 is not closed/, 3],
    ['sin(', /the parenthesis at character 4 is not closed/, 3],
    ['(x))', /the parenthesis at character 4 closes nothing/, 3],
    ['|x', /bar .* at character 1 is not closed/, 0],
    ['(|x)', /bar .* at character 2 is not closed/, 1],
    ['2|', /bar .* at character 2 is not closed/, 1],
    ['|/2', /nothing between \| and \/ at character 1/, 0],
    ['|x, 2|', /the comma at character 3 is in no function/, 2],
    ['|x)', /bar .* at character 1 is not closed/, 0],
    ['max(,x)', /max has no argument at character 4/, 3],
    ['()', /nothing between \( and \) at character 1/, 0],
    ['sin()', /sin has no argument at character 4/, 3],
    ['max(x)', /max at character 1 takes at least 2 arguments, not 1/, 0],
    ['sin(x, 2)', /sin at character 1 takes 1 argument, not 2/, 0],
    ['max(x,)', /something is missing after , at character 6/, 5],
    ['max(x', /not closed/, 3],
    ['1,5x', /the comma at character 2 is in no function/, 1],
    ['2 3', /an operator is missing before 3 at character 3/, 2],
    ['1.2.3', /two decimal points/, 0],
    ['1e999', /larger than any number/, 0],
    ['x + sine(x)', /“sine”; did you mean sin\? \(at character 5\)/, 4],
    ['sqr(x)', /did you mean sqrt\?/, 0],
    ['signmoid(x)', /did you mean sigmoid\?/, 0],
    ['foo(x)', /did you mean/, 0],
    ['Sin(x)', /did you mean sin\?/, 0],
    ['X', /did you mean x\?/, 0],
    ['log(x)', /write ln, log2 or log10/, 0],
    ['ax', /write a x for a product/, 0],
    ['sinx', /write sin\(x\)/, 0],
    ['sin x', /sin at character 1 needs its argument in parentheses/, 0],
    ['sin^2(x)', /sin at character 1 needs its argument in parentheses/, 0],
    ['x + cos', /cos at character 5 needs its argument in parentheses/, 4],
    ['x2', /write x\^2/, 0],
    ['x + y', /y is a second variable/, 4],
    ['2i', /i is no number here/, 1],
    ['x = 2', /without comparison or assignment/, 2],
    ['x < 2', /without comparison or assignment/, 2],
    ['x == 2', /without comparison or assignment/, 2],
    ['x ** 2', /a power is written \^/, 2],
    ['[x, 2]', /no lists or matrices/, 0],
    ['"x"', /no quoted text/, 0],
    ["x'", /cannot be written with a prime/, 1],
    ['x!', /no factorial/, 1],
    ['x²', /write a raised digit with \^/, 1],
    ['x; 2', /one formula/, 1],
    ['2 cm', /“cm”/, 2],
    ['5%', /no units or percentages/, 1],
    ['x # 2', /“#” means nothing/, 2],
    ['x 😀', /“😀” means nothing/, 2],
    ['constructor', /“constructor”/, 0],
    ['__proto__', /“__proto__”/, 0],
    ['NaN', /“NaN”/, 0],
    ['true', /“true”/, 0],
    ['x mod 2', /“mod”/, 2],
    ['x'.padEnd(1001, '+x'), /1001 characters; at most 1000/, 1000],
    [deep('(', 'x', ')', 101), /nested more than 100 deep/, 100],
    [deep('sin(', 'x', ')', 101), /nested more than 100 deep/, 403],
    [deep('|', 'x', '|', 101), /nested more than 100 deep/, 100],
    [`${'-'.repeat(500)}x`, /nested more than 100 deep/, 100],
    [deep('x^', 'x', '', 101), /nested more than 100 deep/, 201],
    [deep('-(', 'x', ')', 60), /nested more than 100 deep/, 100],
    ['('.repeat(1000), /nested more than 100 deep/, 100],
  ] as const) {
    it(JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}...` : text), () => {
      let refusal: unknown = null;
      try {
        parseExpression(text);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(ExpressionError);
      const said = refusal as ExpressionError;
      expect(said.message).toMatch(message);
      expect(said.message).not.toContain('\n');
      expect(said.position).toBe(position);
    });
  }
});

describe('the longest and deepest that is allowed', () => {
  for (const [what, text] of [
    ['a sum', `x${'+x'.repeat(499)}`],
    ['a product', `x${'*x'.repeat(499)}`],
    [
      'different factors',
      Array.from({ length: 140 }, (_, i) => `(x+${i})`)
        .join('')
        .slice(0, 950)
        .replace(/\([^)]*$/, ''),
    ],
    ['nested calls', `${'sin('.repeat(99)}x${')'.repeat(99)}`],
    ['nested quotients', `${'1/(x+'.repeat(99)}x${')'.repeat(99)}`],
    ['a product of powers', 'x^2 '.repeat(120)],
    ['a maximum of many', `max(x${',x^2'.repeat(240)})`],
  ] as const) {
    it(`is read, differentiated twice and evaluated: ${what}`, () => {
      const f = parseExpression(text);
      const slopes = compileExpressions([f, derivative(f), derivative(f, 2)]);
      expect(printExpression(derivative(f, 2)).length).toBeLessThan(200_000);
      expect(toTex(derivative(f, 2)).length).toBeLessThan(200_000);
      const values = new Float64Array(3);
      slopes(values, 0.5);
      const { value, first, second } = compileDual(f)(0.5);
      for (const [i, dual] of [value, first, second].entries()) {
        if (Number.isNaN(dual)) expect(values[i]).toBeNaN();
        else expect(Math.abs(values[i] - dual)).toBeLessThan(1e-9 * Math.max(1, Math.abs(dual)));
      }
    });
  }
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
