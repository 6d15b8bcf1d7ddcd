import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createSlopes } from '../../src/gpu/derivatives/slopes.ts';
import { slopesKernel } from '../../src/gpu/derivatives/slopes-kernel.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { cornerDerivatives } from '../support/corner-derivatives.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { takeSlopes } from '../support/take-slopes.ts';

const window = Float32Array.from({ length: 257 }, (_, i) => -2 + i / 64);
const { exp, sin, cos } = Math;
/** A function, its two derivatives by hand, and sizes of its higher ones within the window. */
const text = 'exp(sin(a x)) + x^3';
const value = (x: number) => exp(sin(2 * x)) + x ** 3;
const first = (x: number) => 2 * cos(2 * x) * exp(sin(2 * x)) + 3 * x * x;
const second = (x: number) => 4 * (cos(2 * x) ** 2 - sin(2 * x)) * exp(sin(2 * x)) + 6 * x;
const parameters = { a: 2 };

/** The same two formulas by plain loops. */
function valueOfLong(formula: string): number {
  let x = 0.5;
  const times = formula.split('(').length - 1;
  for (let i = 0; i < times; i++) x = formula.startsWith('sin') ? sin(x) : 1 / (0.5 + x);
  return x;
}

describeEachBackend('values and slopes at many samples', (backend) => {
  // Distances that f32 can still tell apart, and what the scheme and the format lose there.
  it.each([
    ['forward', 1, 2 ** -10, 0.03],
    ['backward', 1, 2 ** -10, 0.03],
    ['central', 1, 2 ** -6, 0.01],
    ['five-point', 1, 2 ** -4, 0.01],
    ['dual', 1, 1, 3e-5],
    ['forward', 2, 2 ** -6, 2],
    ['backward', 2, 2 ** -6, 2],
    ['central', 2, 2 ** -5, 0.2],
    ['five-point', 2, 2 ** -4, 0.05],
    ['dual', 2, 1, 1e-4],
  ] as const)('%s, derivative %i', async (scheme, order, h, allowed) => {
    const request = { scheme, order, parameters };
    const { values, slopes } = await takeSlopes(backend(), text, window, h, request);
    const exact = order === 1 ? first : second;
    window.forEach((x, i) => {
      expect(Math.abs(values[i] - value(x))).toBeLessThan(1e-5);
      expect(Math.abs(slopes[i] - exact(x)), `at ${x}`).toBeLessThan(allowed);
    });
  });

  it.each([
    ['ln(x)', [-1, 0, 1], [Number.NaN, Number.NaN, 0]],
    ['1/x', [-2, 0, 2], [-0.5, Number.NaN, 0.5]],
    ['sqrt(x)', [-1, 0, 4], [Number.NaN, 0, 2]],
    ['x^3', [-2, 0, 2], [-8, 0, 8]],
    ['x^-3', [-2, 0, 2], [-0.125, Number.NaN, 0.125]],
    ['x^(1/3)', [-8, 0, 1], [Number.NaN, 0, 1]],
    ['cbrt(x)', [-8, 0, 27], [-2, 0, 3]],
    ['x^0', [-8, 0, 27], [1, 1, 1]],
    ['(-2)^x', [3, 0.5, 2], [-8, Number.NaN, 4]],
    ['0^x', [-1, 0, 2], [Number.NaN, 1, 0]],
    ['asin(x)', [-1.5, 0, 1.5], [Number.NaN, 0, Number.NaN]],
    ['acos(x)', [-1.5, 1, 1.5], [Number.NaN, 0, Number.NaN]],
    ['exp(x)', [-1000, 0, 1000], [0, 1, Number.NaN]],
    ['1/(1+exp(-x))', [-1000, 0, 1000], [0, 0.5, 1]],
    ['exp(x)-exp(x)', [-1, 0, 1000], [0, 0, Number.NaN]],
    ['0*exp(x)', [-1, 0, 1000], [0, 0, Number.NaN]],
    ['max(x, ln(x))', [-1, 1, 4], [Number.NaN, 1, 4]],
    ['min(4, exp(x))', [-1000, 0, 1000], [0, 1, 4]],
    ['tanh(x)', [-1000, 0, 1000], [-1, 0, 1]],
    ['sigmoid(x)', [-1000, 0, 1000], [0, 0.5, 1]],
    ['softplus(x)', [-1000, 500, 1000], [0, 500, 1000]],
    ['gelu(x)', [-1000, 0, 1000], [0, 0, 1000]],
    ['relu(x)', [-3, 0, 3], [0, 0, 3]],
    ['sign(x)', [-3, 0, 3], [-1, 0, 1]],
    ['floor(x)', [-0.5, 0, 1.5], [-1, 0, 1]],
    ['abs(x)', [-3, 0, 3], [3, 0, 3]],
    ['2^x', [-3, 0, 10], [0.125, 1, 1024]],
    ['log2(x)', [0.125, 1, 1024], [-3, 0, 10]],
    ['x^2', [1e200, 3, -3], [Number.NaN, 9, 9]],
  ] as const)('%s has a value in its domain only', async (formula, places, expected) => {
    const { values } = await takeSlopes(backend(), formula, places);
    // A zero's sign is not told apart.
    expect(Array.from(values, (it) => it + 0)).toEqual([...expected]);
  });

  it('a slope is missing where one of its points has no value, and in its own sample only', async () => {
    const { values, slopes } = await takeSlopes(backend(), 'sqrt(x)', [-1, -0.25, 0, 1], 0.5, {
      scheme: 'central',
    });
    expect(Array.from(values, Number.isNaN)).toEqual([true, true, false, false]);
    expect(Array.from(slopes, Number.isNaN)).toEqual([true, true, true, false]);
  });

  it('at a corner dual numbers give none, and differences their own', async () => {
    const dual = await takeSlopes(backend(), '|x|', [-2, 0, 2], 0.5, { scheme: 'dual' });
    expect(Array.from(dual.slopes)).toEqual([-1, Number.NaN, 1]);
    const central = await takeSlopes(backend(), '|x|', [-2, 0, 2], 0.5, { scheme: 'central' });
    expect(Array.from(central.slopes)).toEqual([-1, 0, 1]);
  });

  it.each(cornerDerivatives)('dual numbers of %s at %d', async (text, x, ...expected) => {
    const found: number[] = [];
    for (const order of [1, 2] as const) {
      const { slopes } = await takeSlopes(backend(), text, [x], 1, { scheme: 'dual', order });
      found.push(slopes[0] + 0);
    }
    expect(found).toEqual(expected);
  });

  it('each sample can have its own distance', async () => {
    const h = Array.from({ length: 33 }, (_, i) => 10 ** (-i / 2));
    const { slopes } = await takeSlopes(backend(), 'x^2', new Float64Array(33).fill(1), h);
    // (1+h)² - 1 over h is 2 + h; in the end x + h is x.
    for (let i = 0; i < 5; i++) expect(Math.abs(slopes[i] - 2 - h[i])).toBeLessThan(1e-4);
    expect(slopes[32]).toBe(0);
  });

  it('a sample has the same slope in whatever company', async () => {
    const request = { scheme: 'five-point', parameters } as const;
    const all = await takeSlopes(backend(), text, window, 0.01, request);
    const reversed = await takeSlopes(backend(), text, window.toReversed(), 0.01, request);
    const alone = await takeSlopes(backend(), text, [window[100]], 0.01, request);
    expect(reversed.slopes.toReversed()).toEqual(all.slopes);
    expect(alone.slopes[0]).toBe(all.slopes[100]);
  });

  it('parameters turn without compiling again, and functions follow each other', async () => {
    const scope = createScope();
    const slopes = createSlopes(backend(), scope, [1, 2]);
    const line = parseExpression('a x + b');
    const square = parseExpression('x^2');
    for (const f of [line, square]) await slopes.prepare(f, { scheme: 'dual' });
    const take = async (f: typeof line, letters: Record<string, number>) => {
      await backend().run([slopes.take(f, { scheme: 'dual', parameters: letters }), slopes.fetch]);
      return [...slopes.fetched().values, ...slopes.fetched().slopes];
    };
    expect(await take(line, { a: 2, b: 3 })).toEqual([5, 7, 2, 2]);
    expect(await take(line, { a: -1 })).toEqual([0, -1, -1, -1]);
    expect(await take(square, {})).toEqual([1, 4, 2, 4]);
    slopes.setSamples([3, 4]);
    expect(await take(square, {})).toEqual([9, 16, 6, 8]);
    scope.end();
  });

  it.each([
    ['a long sum', `x${'+x'.repeat(99)}`, 50, 100],
    ['nested calls', `${'sin('.repeat(12)}x${')'.repeat(12)}`, null, null],
    ['a continued fraction', `${'1/(x+'.repeat(20)}x${')'.repeat(20)}`, null, null],
  ])('%s is compiled in reasonable time', async (_, formula, value, slope) => {
    const found = await takeSlopes(backend(), formula, [0.5], 0.01, { scheme: 'dual' });
    expect(found.values[0]).toEqual(value ?? expect.closeTo(valueOfLong(formula), 5));
    expect(found.slopes[0]).toEqual(slope ?? expect.any(Number));
  });
});

it('the same function has the same kernel', () => {
  for (const scheme of ['central', 'dual'] as const) {
    const kernel = (formula: string) =>
      slopesKernel({ expression: parseExpression(formula), scheme, order: 2 });
    const one = kernel('a sin(x)^2 + max(b, x)');
    expect(kernel('a sin(x)^2 + max(b, x)')).toBe(one);
    expect(kernel('0.1x')).not.toBe(kernel('0.1000000000000001x'));
  }
});
