import { expect, it } from 'vitest';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { compileDualLines, mostLines } from '../../src/scenes/derivatives/tools/dual-lines.ts';

const linesOf = (text: string, x: number, parameters = {}) =>
  compileDualLines(
    parseExpression(text),
    parameters,
  )(x).lines.map(({ name, formula, value, first }) => [name, formula, value, first]);

it('carries a product: (2 + ε)(2 + ε) = 4 + 4ε', () => {
  expect(linesOf('x*x', 2)).toEqual([
    ['x', '', 2, 1],
    ['f', 'x·x', 4, 4],
  ]);
});

it('carries a composition line by line', () => {
  // (3 + ε)² = 9 + 6ε; plus 1 is 10 + 6ε; 1 over it is 0.1 - 6ε/100.
  expect(linesOf('1/(x^2 + 1)', 3)).toEqual([
    ['x', '', 3, 1],
    ['t₁', 'x^2', 9, 6],
    ['t₂', 't₁ + 1', 10, 6],
    ['f', '1 / t₂', 0.1, expect.closeTo(-0.06, 15)],
  ]);
});

it('computes what comes twice once', () => {
  // x² = 4 + 4ε, its product with itself 16 + 2 · 4 · 4ε.
  expect(linesOf('x^2 * x^2', 2)).toEqual([
    ['x', '', 2, 1],
    ['t₁', 'x^2', 4, 4],
    ['f', 't₁·t₁', 16, 32],
  ]);
});

it('gives a parameter a line with no ε, and a constant none of its own', () => {
  // a x = 5 · 2 + 5ε; times π.
  expect(linesOf('pi * (a*x)', 2, { a: 5 })).toEqual([
    ['a', '', 5, 0],
    ['x', '', 2, 1],
    ['t₁', 'a·x', 10, 5],
    ['f', 'pi·t₁', expect.closeTo(31.41592653589793, 12), expect.closeTo(15.707963267948966, 12)],
  ]);
});

it('ends with f where there is nothing to compute', () => {
  expect(linesOf('x', 7)).toEqual([
    ['x', '', 7, 1],
    ['f', 'x', 7, 1],
  ]);
  expect(linesOf('-4', 7)).toEqual([['f', '−4', -4, 0]]);
});

it('says at which line the derivative or the value ends', () => {
  expect(linesOf('|x| + 1', 0)).toEqual([
    ['x', '', 0, 1],
    ['t₁', 'abs(x)', 0, Number.NaN],
    ['f', 't₁ + 1', 1, Number.NaN],
  ]);
  expect(linesOf('ln(x) + 1', -1)).toEqual([
    ['x', '', -1, 1],
    ['t₁', 'ln(x)', Number.NaN, Number.NaN],
    ['f', 't₁ + 1', Number.NaN, Number.NaN],
  ]);
});

it('leaves out the middle of a tape that nobody would read, and keeps f', () => {
  // x + 1 + 2 + ... + 150: x and 150 sums.
  const terms = Array.from({ length: 150 }, (_, i) => i + 1);
  const { lines, omitted } = compileDualLines(parseExpression(`x + ${terms.join(' + ')}`), {})(2);
  expect(lines).toHaveLength(mostLines);
  expect(omitted).toBe(151 - mostLines);
  // 2 + 150 · 151 / 2.
  expect(lines.at(-1)).toEqual({
    name: 'f',
    formula: expect.stringContaining('+ 150'),
    value: 11327,
    first: 1,
  });
});
