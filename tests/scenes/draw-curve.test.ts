import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceCurve, traceLine } from '../../src/scenes/derivatives/view/draw-curve.ts';
import { recordStrokes, type Stroke } from '../support/record-strokes.ts';

function traced(heights: readonly number[], clip = { bottom: -1, top: 1 }): readonly Stroke[] {
  const { path, strokes } = recordStrokes();
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

  /** The tangent at a place in the middle of a stage of width 1. */
  function tangent(y: number, slope: number): readonly Stroke[] {
    const { path, strokes } = recordStrokes();
    traceLine(path, { x: 0.5, y }, slope, 1, { bottom: -1, top: 1 });
    return strokes;
  }

  it.each<readonly [what: string, y: number, slope: number, stroke: Stroke]>([
    [
      'whole where its box is high enough',
      0,
      1,
      [
        [0, -0.5],
        [1, 0.5],
      ],
    ],
    [
      'cut at both edges',
      0,
      4,
      [
        [0.25, -1],
        [0.75, 1],
      ],
    ],
    [
      'cut at both edges, downwards',
      0,
      -4,
      [
        [0.25, 1],
        [0.75, -1],
      ],
    ],
    [
      'of a place above its box',
      2,
      4,
      [
        [0, 0],
        [0.25, 1],
      ],
    ],
    [
      'of a place below its box',
      -2,
      -4,
      [
        [0, 0],
        [0.25, -1],
      ],
    ],
    [
      'level',
      0.5,
      0,
      [
        [0, 0.5],
        [1, 0.5],
      ],
    ],
    [
      'level, at the edge',
      1,
      0,
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ])('has tangents: %s', (_, y, slope, stroke) => {
    expect(tangent(y, slope)).toEqual([stroke]);
  });

  it.each([
    ['level above it', 2, 0],
    ['level below it', -2, 0],
    ['that is elsewhere as far as the stage goes', 3, 1],
  ])('has no tangent outside of its box: %s', (_, y, slope) => {
    expect(tangent(y, slope)).toEqual([]);
  });

  it('has tangents of any slope on its stage, and none where there is no slope', () => {
    fc.assert(
      fc.property(height, height, (y, slope) => {
        const strokes = tangent(y, slope);
        if (!Number.isFinite(y) || !Number.isFinite(slope)) expect(strokes).toEqual([]);
        for (const [x, y] of strokes.flat()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          expect(Number.isFinite(y)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 3000 },
    );
  });
});
