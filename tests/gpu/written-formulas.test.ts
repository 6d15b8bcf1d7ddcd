import { describe, expect, it } from 'vitest';
import { localWgsl } from '../../src/gpu/derivatives/local-wgsl.ts';
import {
  lettersFrom,
  parameterUniforms,
  parameterUniformValues,
} from '../../src/gpu/derivatives/parameter-uniforms.ts';
import { differentiate } from '../../src/maths/expression/differentiate.ts';
import { expressionWgsl } from '../../src/maths/expression/expression-wgsl.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { runWgslFormulas } from '../support/run-wgsl-formulas.ts';

const parse = (text: string) => parseExpression(text, ['x', 'y']);
const numberAt = (text: string, x: number, y: number, letters = {}) => {
  const wgsl = expressionWgsl('f', [parse(text)]);
  return runWgslFormulas(wgsl, `f(held(${x}), held(${y}))`, letters)[0];
};

describe('a formula written as WGSL', () => {
  it.each<readonly [string, number, number, number]>([
    ['x - y', 5, 3, 2],
    ['y', 5, 3, 3],
    ['-x', 5, 3, -5],
    ['x^y / 2', 2, 3, 4],
    ['min(x, y, 1)', 5, 3, 1],
    ['max(x, y, 1)', 5, 9, 9],
    ['max(x, y, 1)', -5, -9, 1],
    ['cos(pi) + x', 0, 0, -1],
    ['ln(e) x', 7, 0, 1 * 7],
    ['sqrt(x y)', 2, 8, 4],
    ['2x + 3x y', 2, 3, 22],
  ])('%s is worked out at (%d, %d)', (text, x, y, expected) => {
    expect(numberAt(text, x, y)).toBeCloseTo(expected, 6);
  });

  it('takes its letters from the uniforms', () => {
    const text = 'a x + b y';
    const letters = parameterUniformValues(parse(text), { a: 10, c: 5 });
    expect(numberAt(text, 2, 3, letters)).toBe(23);
    expect(Object.keys(parameterUniforms(parse(text)))).toEqual(Object.keys(letters));
    expect(Object.values(parameterUniforms(parse(text)))).toEqual([
      { type: 'f32' },
      { type: 'f32' },
    ]);
    expect(lettersFrom({ count: 4, zero: 0, ...letters })).toEqual({ a: 10, b: 1 });
  });

  it('of several is a list of their values, and what they share is worked out once', () => {
    const formulas = ['sin(x) + 1', 'sin(x)^2', 'y'].map(parse);
    const wgsl = expressionWgsl('g', formulas);
    expect(wgsl).toMatch(/^fn g\(x: Real, y: Real\) -> array<Real, 3> \{\n/);
    expect(wgsl.split('real_sin').length).toBe(2);
    const values = runWgslFormulas(wgsl, 'g(held(0.5), held(4))');
    expect(values[0]).toBeCloseTo(Math.sin(0.5) + 1, 12);
    expect(values[1]).toBeCloseTo(Math.sin(0.5) ** 2, 12);
    expect(values[2]).toBe(4);
  });

  it('writes powers of e as the exponential, and no other power', () => {
    expect(expressionWgsl('f', [parse('e^x')])).toContain('real_exp(x)');
    expect(expressionWgsl('f', [parse('2^x')])).toContain('real_power(finite(2f), x)');
    expect(expressionWgsl('f', [parse('sin(x)^y')])).not.toContain('real_exp');
  });

  it('writes numbers as f32 holds them', () => {
    const written = (text: string) =>
      /return array<Real, 1>\((.*)\);/.exec(expressionWgsl('f', [parse(text)]))?.[1];
    expect(written('0.1')).toBe(`finite(${Math.fround(0.1)}f)`);
    // The largest and the smallest normal number of f32, and what lies beyond them.
    expect(written('3.4028234663852886e38')).toBe('finite(3.4028234663852886e+38f)');
    expect(written('3.41e38')).toBe('beyond(1.0)');
    expect(written('-3.41e38')).toBe('beyond(-1.0)');
    expect(written('1.1754943508222875e-38')).toBe('finite(1.1754943508222875e-38f)');
    expect(written('1.1e-38')).toBe('finite(0f)');
    expect(written('-1.1e-38')).toBe('finite(0f)');
  });

  it.each<readonly [string, number, number]>([
    // Derivatives of what has corners, and of powers of unknown exponents.
    ['|x|', -3, -1],
    ['|x|', 3, 1],
    ['|x|', 0, Number.NaN],
    ['max(x, 2x, 3)', 5, 2],
    ['max(x, 2x, 3)', 1, 0],
    ['x^n', 3, 2 * 3],
    ['x^n', 0, 0],
  ])('is right for the derivative of %s at %d', (text, x, expected) => {
    const wgsl = expressionWgsl('f', [differentiate(parse(text))]);
    const [found] = runWgslFormulas(wgsl, `f(held(${x}), held(0))`, { parameter_n: 2 });
    expect(found).toBe(expected);
  });
});

/** What the textbook's formulas give for x³, exactly. */
const cubes = {
  forward: [
    (x: number, h: number) => 3 * x * x + 3 * x * h + h * h,
    (x: number, h: number) => 6 * x + 6 * h,
  ],
  backward: [
    (x: number, h: number) => 3 * x * x - 3 * x * h + h * h,
    (x: number, h: number) => 6 * x - 6 * h,
  ],
  central: [(x: number, h: number) => 3 * x * x + h * h, (x: number) => 6 * x],
  'five-point': [(x: number) => 3 * x * x, (x: number) => 6 * x],
  dual: [(x: number) => 3 * x * x, (x: number) => 6 * x],
} as const;

describe.each(Object.entries(cubes))('a slope written as WGSL: %s', (scheme, expected) => {
  type Scheme = keyof typeof cubes;
  for (const order of [1, 2] as const) {
    it(`of order ${order}, of x alone`, () => {
      const of = { scheme: scheme as Scheme, order, variables: ['x'] } as const;
      const wgsl = localWgsl({ expression: parse('x^3'), ...of });
      const [value, slope, ...others] = runWgslFormulas(wgsl, 'local(2, 0, 0.5)');
      expect([value, others]).toEqual([8, []]);
      expect(slope).toBeCloseTo(expected[order - 1](2, 0.5), 12);
    });

    it(`of order ${order}, of x and y`, () => {
      const of = { scheme: scheme as Scheme, order, variables: ['x', 'y'] } as const;
      const wgsl = localWgsl({ expression: parse('x^3 + 5y^3 + 7'), ...of });
      const [value, alongX, alongY, ...others] = runWgslFormulas(wgsl, 'local(2, -1, 0.25)');
      expect([value, others]).toEqual([10, []]);
      expect(alongX).toBeCloseTo(expected[order - 1](2, 0.25), 12);
      expect(alongY).toBeCloseTo(5 * expected[order - 1](-1, 0.25), 12);
    });
  }

  it('is missing where the value is, and along y alone where y has none', () => {
    const of = { scheme: scheme as Scheme, order: 1, variables: ['x', 'y'] } as const;
    const wgsl = localWgsl({ expression: parse('x^2 + ln(y)'), ...of });
    expect(runWgslFormulas(wgsl, 'local(2, -1, 0.25)')).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

it('a difference looks at its function once at each place', () => {
  const looks = (scheme: 'forward' | 'central', order: 1 | 2) => {
    const of = { scheme, order, variables: ['x', 'y'] } as const;
    const [, local] = localWgsl({ expression: parse('x y'), ...of }).split('fn local');
    return local.split(' f(').length - 1;
  };
  // At the place itself, and one or two steps along each of two axes.
  expect(looks('forward', 1)).toBe(3);
  expect(looks('forward', 2)).toBe(5);
  expect(looks('central', 1)).toBe(5);
  expect(looks('central', 2)).toBe(5);
});

it('a dual number has a second derivative only where it has a first one', () => {
  const of = { scheme: 'dual', order: 2, variables: ['x', 'y'] } as const;
  const wgsl = localWgsl({ expression: parse('max(x, -x) + max(y, 0)'), ...of });
  expect(runWgslFormulas(wgsl, 'local(0, 3, 1)')).toEqual([3, Number.NaN, 0]);
  expect(runWgslFormulas(wgsl, 'local(-2, 0, 1)')).toEqual([2, 0, Number.NaN]);
});
