import { expect, it } from 'vitest';
import { gridValues } from '../../src/view/grid-values.ts';
import { tickTexts } from '../../src/view/tick-texts.ts';

it('are round, evenly apart, and at least as far apart as asked', () => {
  expect(gridValues(-12, 27, 8)).toEqual([-10, 0, 10, 20]);
  expect(gridValues(-1, 1, 0.3)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(gridValues(0.05, 0.45, 0.1)).toHaveLength(4);
  expect(gridValues(0, 0.3, 0.1)).toHaveLength(4);
  expect(gridValues(0.999, 1.001, 0.0005)).toHaveLength(5);
  expect(gridValues(1999, 2004, 1.2)).toEqual([2000, 2002, 2004]);
});

it('are written with the digits that tell them apart, and no more than they have', () => {
  expect(tickTexts([-10, 0, 10, 20], 10)).toEqual(['−10', '0', '10', '20']);
  const close = gridValues(1.2345, 1.2345002, 5e-8);
  expect(new Set(tickTexts(close, 5e-8)).size).toBe(close.length);
  expect(tickTexts([1e6, 2e6], 1e6)).toEqual(['1 × 10⁶', '2 × 10⁶']);
});

it('are none where none lies between', () => {
  expect(gridValues(1.1, 1.9, 10)).toEqual([]);
});
