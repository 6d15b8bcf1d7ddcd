import { describe, expect, it } from 'vitest';
import { variable } from '../../src/maths/expression/expression.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../src/maths/expression/print-expression.ts';
import { compileChainRates } from '../../src/scenes/derivatives/tools/chain-rates.ts';
import { splitComposition } from '../../src/scenes/derivatives/tools/split-composition.ts';

const split = (text: string) => {
  const found = splitComposition(parseExpression(text));
  return (
    found && [printExpression(found.outer(variable('u'))), printExpression(found.inner)].join('; ')
  );
};

describe('splitting a composition', () => {
  it.each([
    ['sin(x^2)', 'sin(u); x^2'],
    ['sin(cos(x))', 'sin(u); cos(x)'],
    ['(x + 1)^2', 'u^2; x + 1'],
    ['2^(3x)', '2^u; 3x'],
    ['exp(-x)', 'exp(u); -x'],
    ['1 / (x^2 + 1)', '1 / u; x^2 + 1'],
    // What only scales and moves stays outside.
    ['3sin(x^2) + 1', '3sin(u) + 1; x^2'],
    ['-(sin(2x))', '-sin(u); 2x'],
    ['(x + a)^3 / 4', 'u^3 / 4; x + a'],
    ['max(x^2, 1)', 'max(u, 1); x^2'],
    // Only the topmost function is taken off.
    ['ln(sin(x^2))', 'ln(u); sin(x^2)'],
  ])('takes %s apart', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it.each(['x', '3', 'x^2', 'sin(x)', '2x + 1', 'x * sin(x)', 'x^x', 'sin(x^2) + x', 'sin(a)'])(
    'finds none in %s',
    (text) => {
      expect(split(text)).toBeNull();
    },
  );
});

describe('the rates of a chain', () => {
  const rates = (text: string, x: number, parameters = {}) => {
    const found = splitComposition(parseExpression(text));
    if (!found) throw new Error(`${text} is a composition`);
    return compileChainRates(found, parameters)(x);
  };

  it('multiply: (2x)^2 at 3 is u² with u = 6', () => {
    expect(rates('(2x)^2', 3)).toEqual({ u: 6, y: 36, duDx: 2, dyDu: 12, dyDx: 24 });
  });

  it('of sin(x²) at 2 are 4 and cos 4', () => {
    const { u, y, duDx, dyDu, dyDx } = rates('sin(x^2)', 2);
    expect([u, duDx]).toEqual([4, 4]);
    expect(y).toBeCloseTo(-0.7568024953079282, 14);
    expect(dyDu).toBeCloseTo(-0.6536436208636119, 14);
    expect(dyDx).toBeCloseTo(-2.6145744834544478, 13);
  });

  it('know parameters on both sides', () => {
    // u = 3 · 2 = 6, y = 5 · 36: 5 · 2u = 60 and 3.
    expect(rates('b * (a*x)^2', 2, { a: 3, b: 5 })).toEqual({
      u: 6,
      y: 180,
      duDx: 3,
      dyDu: 60,
      dyDx: 180,
    });
  });

  it('are NaN where there is none', () => {
    const corner = rates('|x - 1|', 1);
    expect(corner).toMatchObject({ u: 0, y: 0, duDx: 1 });
    expect(corner.dyDx).toBeNaN();
    const outside = rates('ln(x - 5)', 1);
    expect([outside.u, outside.y, outside.dyDx]).toEqual([-4, Number.NaN, Number.NaN]);
  });
});
