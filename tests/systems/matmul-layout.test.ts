import { describe, expect, it } from 'vitest';
import { blocksOf, coveredBy } from '../../src/systems/matmul/blocks.ts';
import { layoutOf } from '../../src/systems/matmul/layout.ts';
import { blocksFor } from '../support/blocks-for.ts';

describe('an axis', () => {
  it('is drawn cell for cell up to 64, and in even blocks beyond', () => {
    expect(blocksOf(1)).toEqual({ size: 1, each: 1, count: 1 });
    expect(blocksOf(64)).toEqual({ size: 64, each: 1, count: 64 });
    expect(blocksOf(65)).toEqual({ size: 65, each: 2, count: 33 });
    expect(blocksOf(784)).toEqual({ size: 784, each: 13, count: 61 });
  });

  it('is covered once by its cells', () => {
    const axis = blocksOf(130);
    expect(coveredBy(axis, 0)).toEqual([0, 3]);
    expect(coveredBy(axis, 43)).toEqual([129, 130]);
    expect(coveredBy(axis, 2, 5)).toEqual([6, 15]);
    expect(coveredBy(axis, 0, 44)).toEqual([0, 130]);
  });
});

describe('the layout', () => {
  const layout = layoutOf({ blocks: blocksFor(4, 5, 3) });
  const { gap } = layout;

  it('leaves three quarters of a cell between matrices, and more where they are large', () => {
    expect(gap).toBe(0.75);
    // 40 + 60 cells one way, 20 + 60 the other: six hundredths of the longer.
    expect(layoutOf({ blocks: blocksFor(40, 60, 20) }).gap).toBeCloseTo(6, 12);
    expect(layoutOf({ blocks: blocksFor(20, 60, 40) }).gap).toBeCloseTo(6, 12);
  });

  it('has C in the corner at 0, 0, to the right and downwards', () => {
    expect(layout.c(0, 0)).toEqual({ x: 0.5, y: -0.5 });
    expect(layout.c(3, 2)).toEqual({ x: 2.5, y: -3.5 });
  });

  it('has a row of A beside its row of C, a gap to the left', () => {
    for (let row = 0; row < 4; row++) {
      expect(layout.a(row, 0).y).toBe(layout.c(row, 0).y);
      expect(layout.a(row, 4).x + 0.5).toBeCloseTo(-gap, 12);
      expect(layout.a(row, 0).x + 0.5).toBeCloseTo(-gap - 4, 12);
    }
  });

  it('has a column of B above its column of C, a gap up, the first term on top', () => {
    for (let column = 0; column < 3; column++) {
      expect(layout.b(0, column).x).toBe(layout.c(0, column).x);
      expect(layout.b(4, column).y - 0.5).toBeCloseTo(gap, 12);
      expect(layout.b(0, column).y - 0.5).toBeCloseTo(gap + 4, 12);
    }
  });

  it('stretches a row beside B, term by term, as wide as B', () => {
    for (let term = 0; term < 5; term++) {
      expect(layout.stretched(term, 0).y).toBe(layout.b(term, 0).y);
      expect(layout.stretched(term, 2).x + 0.5).toBeCloseTo(-gap, 12);
      expect(layout.stretched(term, 0).x + 0.5).toBeCloseTo(-gap - 2, 12);
    }
  });

  it('keeps tiles above A and left of B, A’s from the top down, B’s from the bottom up', () => {
    expect(layout.shared(0, 0, true).x).toBe(layout.a(0, 0).x);
    expect(layout.shared(0, 0, true).y).toBe(layout.b(0, 0).y);
    expect(layout.shared(1, 2, true)).toEqual({ x: layout.a(0, 2).x, y: layout.b(1, 0).y });
    expect(layout.shared(0, 0, false)).toEqual({ x: layout.a(0, 0).x, y: layout.b(4, 0).y });
    expect(layout.shared(1, 2, false)).toEqual({ x: layout.a(0, 2).x, y: layout.b(3, 0).y });
  });
});
