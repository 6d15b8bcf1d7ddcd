import { describe, expect, it } from 'vitest';
import { compileSlope } from '../../src/maths/expression/compile-slope.ts';
import { compileExpression } from '../../src/maths/expression/evaluate.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { compileSlopeColumns } from '../../src/maths/expression/slope-columns.ts';

const formulas = [
  'sin(x)',
  'x^2',
  'a exp(-b x) cos(x)',
  'sqrt(x) + ln(x)',
  '1/x',
  '3',
  'max(x, 1, x^2)',
  'x^x',
  'tan(x) - 2 cbrt(x)',
  '|x|',
  'exp(900 x)',
];
const schemes = ['forward', 'backward', 'central', 'five-point'] as const;

describe.each(['f32', 'f64'] as const)('slopes at many places at once in %s', (precision) => {
  it.each(formulas)('are to the bit those of one place after another: %s', (text) => {
    const expression = parseExpression(text);
    const parameters = { a: 1.7, b: 0.3 };
    // More than two columns' worth, 0 and places without a value among them.
    const count = 1100;
    const x = Float64Array.from({ length: count }, (_, i) => (i - 300) / 117);
    const h = Float64Array.from({ length: count }, (_, i) => 2 ** -(i % 30));
    for (const scheme of schemes) {
      for (const order of [1, 2] as const) {
        const options = { parameters, precision, scheme, order };
        const f = compileExpression(expression, options);
        const slope = compileSlope(expression, options);
        const values = new Float64Array(count);
        const slopes = new Float64Array(count);
        const take = compileSlopeColumns(expression, options);
        const places = { x, h, stride: 1 as const };
        // In two runs, as a backend cuts them.
        take({ ...places, first: 0, last: 700 }, values, slopes);
        take({ ...places, first: 700, last: count }, values, slopes);
        expect(values).toEqual(x.map((at) => f(at)));
        expect(slopes).toEqual(x.map((at, i) => slope(at, h[i])));
        take({ x, h, stride: 0, first: 5, last: 6 }, values, slopes);
        expect(slopes[5]).toBe(slope(x[5], h[0]));
      }
    }
  });
});
