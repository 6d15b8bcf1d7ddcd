import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceCurve, traceLine } from '../../src/scenes/derivatives/view/draw-curve.ts';

type Stroke = readonly [x: number, y: number][];

/** Records the lines that are drawn, one a stroke. */
function recorder() {
  const strokes: [x: number, y: number][][] = [];
  const path = {
    moveTo(x: number, y: number) {
      strokes.push([[x, y]]);
      return path;
    },
    lineTo(x: number, y: number) {
      strokes[strokes.length - 1].push([x, y]);
      return path;
    },
  };
  return { path, strokes };
}

function traced(heights: readonly number[], clip = { bottom: -1, top: 1 }): readonly Stroke[] {
  const { path, strokes } = recorder();
  traceCurve(path, heights.length, (x) => ({ x, y: heights[x] }), clip);
  return strokes;
}

describe('a curve', () => {
  it('has a gap where there is no value', () => {
    const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
    expect(traced([0, 0.5, none, 0.25, infinite, 0])).toEqual([
      [
        [0, 0],
        [1, 0.5],
      ],
      [[3, 0.25]],
      [[5, 0]],
    ]);
    expect(traced([none, none])).toEqual([]);
  });

  it('ends at the edge of its box, and comes in from it', () => {
    expect(traced([0, 2, 0])).toEqual([
      [
        [0, 0],
        [0.5, 1],
      ],
      [
        [1.5, 1],
        [2, 0],
      ],
    ]);
  });

  const height = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }));

  it('never leaves its box, and draws no place that is none, whatever its values', () => {
    fc.assert(
      fc.property(fc.array(height), (heights) => {
        for (const [x, y] of traced(heights).flat()) {
          expect(Number.isFinite(x)).toBe(true);
          expect(y).toBeGreaterThanOrEqual(-1);
          expect(y).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 5, numRuns: 3000 },
    );
  });

  it('has tangents of any slope in its box, and none where there is no slope', () => {
    fc.assert(
      fc.property(height, height, (y, slope) => {
        const { path, strokes } = recorder();
        traceLine(path, { x: 0.5, y }, slope, 1, { bottom: -1, top: 1 });
        if (!Number.isFinite(y) || !Number.isFinite(slope)) expect(strokes).toEqual([]);
        for (const place of strokes.flat()) expect(place.every(Number.isFinite)).toBe(true);
      }),
      { seed: 6, numRuns: 3000 },
    );
  });
});
