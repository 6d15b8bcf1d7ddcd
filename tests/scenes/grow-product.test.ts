import { expect, it } from 'vitest';
import { growProduct } from '../../src/scenes/derivatives/tools/grow-product.ts';

it('grows a square by two strips and a corner', () => {
  // 3² = 9 and 3.5² = 12.25: the strips are 3 · 0.5 each, the corner 0.5².
  expect(growProduct(3, 3, 0.5, 0.5)).toEqual({
    product: 9,
    besides: 1.5,
    below: 1.5,
    corner: 0.25,
    whole: 3.25,
  });
});

it('lays v·du beside a rectangle and u·dv below it', () => {
  // 2 · 3 = 6 and 2.5 · 3.75 = 9.375.
  expect(growProduct(2, 3, 0.5, 0.75)).toEqual({
    product: 6,
    besides: 1.5,
    below: 1.5,
    corner: 0.375,
    whole: 3.375,
  });
  // 4 · 8 = 32 and 5 · 10 = 50: here the strips differ.
  expect(growProduct(4, 8, 1, 2)).toMatchObject({ besides: 8, below: 8, corner: 2, whole: 18 });
  expect(growProduct(4, 8, 1, 0.5)).toMatchObject({ besides: 8, below: 2, corner: 0.5 });
});

it('grows a negative side away from 0, with areas that stay positive', () => {
  // (-2)² = 4 and (-2.5)² = 6.25.
  expect(growProduct(-2, -2, -0.5, -0.5)).toEqual({
    product: 4,
    besides: 1,
    below: 1,
    corner: 0.25,
    whole: 2.25,
  });
});

it('keeps the digits of a growth that a difference would lose', () => {
  // (1 + 1e-9)² - 1 is 2e-9 + 1e-18; subtracting squares leaves about seven digits of it.
  const { whole } = growProduct(1, 1, 1e-9, 1e-9);
  expect(Math.abs(whole / 2.000000001e-9 - 1)).toBeLessThan(1e-15);
});
