import { expect, it } from 'vitest';
import { weight } from '../../src/maths/weight-kernel.ts';

it('falls as the lesson’s gaussian: exp(-d²/2)', () => {
  expect(weight('gaussian', 0)).toBe(1);
  expect(weight('gaussian', 1)).toBeCloseTo(0.6065306597126334, 15);
  expect(weight('gaussian', 4)).toBeCloseTo(0.1353352832366127, 15);
});

it('falls as the lesson’s triangle: max(1 - d, 0)', () => {
  expect([0, 0.25, 1, 4].map((square) => weight('triangular', square))).toEqual([1, 0.5, 0, 0]);
});
