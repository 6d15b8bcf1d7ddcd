import { describe, expect, it } from 'vitest';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { compileExpression, compileExpressions } from '../../../src/maths/expression/evaluate.ts';
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
