import { describe, expect, it } from 'vitest';
import { compileSlope } from '../../../src/maths/expression/compile-slope.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

const read = (text: string) => parseExpression(text, ['x', 'y']);

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
