import { expect, it } from 'vitest';
import { largestError } from '../../src/maths/matmul/largest-error.ts';

const error = (values: number[], reference: number[]) =>
  largestError(Float64Array.from(values), Float64Array.from(reference));

it('the largest error is that of the worst cell', () => {
  expect(error([], [])).toBe(0);
  expect(error([1, 2, 3], [1, 2, 3])).toBe(0);
  expect(error([1, 2, 3], [1.5, -2, 3.25])).toBe(4);
});

it('NaN and infinities are right where the reference has them, and else beyond any error', () => {
  const { NaN: none, POSITIVE_INFINITY: beyond, NEGATIVE_INFINITY: below } = Number;
  expect(error([none, beyond, 1], [none, beyond, 1.25])).toBe(0.25);
  expect(error([none], [1])).toBe(beyond);
  expect(error([1], [none])).toBe(beyond);
  expect(error([beyond], [below])).toBe(beyond);
  expect(error([1], [beyond])).toBe(beyond);
});
