import { describe, expect, it } from 'vitest';
import { viewBetween } from '../../src/view/view-between.ts';

const from = { x: 3, y: -2, scale: 10 };

/** Where a place is on the screen, from the screen's middle. */
const onScreen = (view: { x: number; scale: number }, x: number) => view.scale * (x - view.x);

describe('a camera on its way', () => {
  it('begins at one view and ends at the other, exactly', () => {
    const to = { x: -7, y: 5, scale: 400 };
    const first = viewBetween(from, to, 0);
    for (const key of ['x', 'y', 'scale'] as const) expect(first[key]).toBeCloseTo(from[key], 12);
    expect(viewBetween(from, to, 1)).toBe(to);
  });

  it('comes closer by the same factor in the same time: half way at the geometric mean', () => {
    expect(viewBetween(from, { ...from, scale: 1000 }, 0.5).scale).toBeCloseTo(100, 9);
  });

  it('keeps the place that both views show at the same spot where it is', () => {
    const to = { x: 5, y: -2, scale: 40 };
    // scale · (place − x) is the same in both: 10 (p − 3) = 40 (p − 5).
    const place = 17 / 3;
    expect(onScreen(from, place)).toBeCloseTo(onScreen(to, place), 9);
    for (const part of [0.1, 0.3, 0.5, 0.9]) {
      expect(onScreen(viewBetween(from, to, part), place)).toBeCloseTo(onScreen(to, place), 9);
    }
  });

  it('only pans evenly where both are as close', () => {
    for (const scale of [10, 10 * (1 + 1e-12)]) {
      const half = viewBetween(from, { x: 5, y: 8, scale }, 0.5);
      expect(half.x).toBeCloseTo(4, 6);
      expect(half.y).toBeCloseTo(3, 6);
    }
  });
});
