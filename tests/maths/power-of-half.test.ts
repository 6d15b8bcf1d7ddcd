import { expect, it } from 'vitest';
import { leastPower, powerOfHalf } from '../../src/maths/power-of-half.ts';

it('is 2^-t to twelve digits and more, from 0 to where nothing is left beside 1', () => {
  let worst = 0;
  for (let i = 0; i < 100_000; i++) {
    const t = (leastPower * i) / 100_000;
    worst = Math.max(worst, Math.abs(powerOfHalf(t) / 2 ** -t - 1));
  }
  expect(worst).toBeLessThan(5e-15);
});

it('is exact where t is whole', () => {
  for (let t = 0; t < leastPower; t++) expect(powerOfHalf(t)).toBe(2 ** -t);
});

it('is exp(-d²/2) of the gaussian', () => {
  for (const d of [0, 1e-9, 0.1, 1, 2.5, 9]) {
    const expected = Math.exp(-0.5 * d * d);
    expect(powerOfHalf((d * d * Math.LOG2E) / 2) / expected).toBeCloseTo(1, 12);
  }
});
