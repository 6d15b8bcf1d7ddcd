import { describe, expect, it } from 'vitest';
import { describeEachBackend } from '../support/each-backend.ts';
import { takeSlopes } from '../support/take-slopes.ts';

type Real = (x: number) => number;
const spread = (from: number, to: number, count = 4001) =>
  Float32Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
/** Evenly in the logarithm: every size that f32 has. */
const sizes = (from: number, to: number, count = 4001) =>
  Float32Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));

/** The distance of two numbers in units of the last place of f32 at the expected one. */
const unitsApart = (found: number, expected: number) =>
  Math.abs(found - expected) /
  2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(expected)))) - 23);

/** 1 - erf(x) = 2/√π ∫ₓ exp(-t²) dt, by Simpson's rule. */
function erfcReference(x: number): number {
  if (x < 0) return 2 - erfcReference(-x);
  const steps = 4000;
  const width = 8 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((x + i * width) ** 2));
  }
  return ((2 / Math.sqrt(Math.PI)) * sum * width) / 3;
}

const { exp, log, log2, log10, sqrt, cbrt, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh } =
  Math;
const table: readonly (readonly [string, Real, Float32Array, number])[] = [
  ['exp(x)', exp, spread(-87, 88.7), 2],
  ['exp(x)', exp, spread(-1, 1), 2],
  ['ln(x)', log, sizes(1.2e-38, 3e38), 2],
  ['ln(x)', log, spread(0.4, 2.5), 3],
  ['log2(x)', log2, sizes(1.2e-38, 3e38), 3],
  ['log2(x)', log2, spread(0.4, 2.5), 4],
  ['log10(x)', log10, sizes(1.2e-38, 3e38), 3],
  ['log10(x)', log10, spread(0.4, 2.5), 4],
  ['sqrt(x)', sqrt, sizes(1.2e-38, 3e38), 2],
  ['cbrt(x)', cbrt, sizes(1.2e-38, 3e38), 3],
  ['cbrt(x)', cbrt, spread(-30, -1), 3],
  ['sin(x)', sin, spread(-4, 4), 2],
  ['sin(x)', sin, sizes(1e-30, 3e38), 3],
  ['cos(x)', cos, spread(-4, 4), 2],
  ['cos(x)', cos, sizes(1e-30, 3e38), 3],
  ['cos(x)', cos, spread(-30000, 30000), 3],
  ['tan(x)', tan, spread(-4, 4), 4],
  ['tan(x)', tan, sizes(1e-30, 3e38), 5],
  ['asin(x)', asin, spread(-1, 1), 4],
  ['acos(x)', acos, spread(-1, 1), 4],
  ['atan(x)', atan, sizes(1e-30, 3e38), 3],
  ['atan(x)', atan, spread(-4, 4), 3],
  ['sinh(x)', sinh, spread(-89.3, 89.3), 6],
  ['cosh(x)', cosh, spread(-89.3, 89.3), 6],
  ['sinh(x)', sinh, spread(-2, 2), 5],
  ['tanh(x)', tanh, spread(-12, 12), 4],
  ['sigmoid(x)', (x) => 1 / (1 + exp(-x)), spread(-87, 20), 4],
  ['softplus(x)', (x) => Math.log1p(exp(x)), spread(-80, 80), 6],
  ['x^3', (x) => x ** 3, spread(-30, 30), 3],
  ['x^-4', (x) => x ** -4, spread(-30, -0.1), 5],
  ['x^2.5', (x) => x ** 2.5, sizes(1e-15, 1e15), 4],
  ['x^0.25', (x) => x ** 0.25, sizes(1e-30, 1e30), 4],
  ['x^101', (x) => x ** 101, spread(0.5, 2), 5],
  ['3^x', (x) => 3 ** x, spread(-70, 70), 4],
  ['1.75^x', (x) => 1.75 ** x, spread(-100, 100), 4],
  ['e^x', (x) => Math.fround(Math.E) ** x, spread(-1, 1), 3],
  ['gelu(x)', (x) => (x * erfcReference(-x / Math.SQRT2)) / 2, spread(-6, 8), 40],
  ['erf(x)', (x) => 1 - erfcReference(x), spread(0.1, 5), 8],
  ['x/3', (x) => x / 3, sizes(1e-30, 1e30), 3],
];

describeEachBackend('in f32 or better, to a few units of the last place:', (backend) => {
  it.each(table)('%s', async (text, expected, samples, units) => {
    const { values: found } = await takeSlopes(backend(), text, samples);
    let worst = { x: Number.NaN, units: 0 };
    samples.forEach((x, i) => {
      const wanted = expected(x);
      if (Math.abs(wanted) < 2 ** -126 || Math.abs(wanted) > 3.4e38) return;
      const apart = unitsApart(found[i], wanted);
      if (!(apart <= worst.units)) worst = { x, units: apart };
    });
    expect(worst.units, `at ${worst.x}`).toBeLessThanOrEqual(units);
  });
});

describe('units apart', () => {
  it('counts in f32', () => expect(unitsApart(1 + 2 ** -22, 1)).toBe(2));
});
