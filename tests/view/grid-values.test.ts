import { expect, it } from 'vitest';
import { gridValues } from '../../src/view/grid-values.ts';

it('are round, evenly apart, and at least as far apart as asked', () => {
  expect(gridValues(-12, 27, 8)).toEqual([-10, 0, 10, 20]);
  expect(gridValues(-1, 1, 0.3)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(gridValues(0.05, 0.45, 0.1)).toHaveLength(4);
  expect(gridValues(1999, 2004, 1.2)).toEqual([2000, 2002, 2004]);
});

it('are none where none lies between', () => {
  expect(gridValues(1.1, 1.9, 10)).toEqual([]);
});
