import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/page/place-labels.ts';
import { placeReadout } from '../../src/page/place-readout.ts';
import { axisTicks } from '../../src/scenes/derivatives/view/axis-ticks.ts';

const overlap = (
  a: { left: number; top: number; width: number; height: number },
  b: { left: number; top: number; width: number; height: number },
) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

describe('a readout', () => {
  const stage = { width: 390, height: 500 };
  const size = { width: 180, height: 84 };
  const caption = { left: 36, top: 400, width: 340, height: 70 };

  it('stays on the stage, off the caption, and off the place that it speaks of', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: stage.width, noNaN: true }),
        fc.double({ min: 0, max: stage.height, noNaN: true }),
        (x, y) => {
          const own = { ...size, ...placeReadout(size, { x, y }, stage, [caption]) };
          expect(own.left >= 0 && own.left + own.width <= stage.width).toBe(true);
          expect(own.top >= 0 && own.top + own.height <= stage.height).toBe(true);
          expect(overlap(own, caption)).toBe(false);
          expect(overlap(own, { left: x, top: y, width: 0, height: 0 })).toBe(false);
        },
      ),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe('labels', () => {
  const camera = {
    ...{ scale: 30, width: 390, height: 500 },
    toScreen: (x: number, y: number) => ({ x: 50 + 30 * x, y: 250 - 30 * y }),
  };
  const size = { width: 40, height: 18 };
  const place = (label: Partial<Parameters<typeof placeLabels>[0][number]>) =>
    placeLabels([{ text: '', x: 0, y: 0, room: 10, ...label }], [size], camera)[0];

  it('stand around their place as they are aligned', () => {
    expect(place({})).toEqual({ left: 30, top: 241 });
    expect(place({ align: 'start', shift: { x: 5, y: -2 } })).toEqual({ left: 55, top: 239 });
    expect(place({ align: 'end' })).toEqual({ left: 10, top: 241 });
  });

  it('are not there where their room is too small for what they say', () => {
    expect(place({ room: 39 / 30, least: 10 })).toBeNull();
    expect(place({ room: 41 / 30, least: 10 })).not.toBeNull();
    expect(place({ room: 41 / 30, least: 42 })).toBeNull();
  });

  it('follow the stage along their axis, and go where their tick does', () => {
    expect(place({ x: -100, follows: 'x' })).toEqual({ left: 2, top: 241 });
    expect(place({ x: 100, follows: 'x' })?.left).toBe(348);
    expect(place({ x: -100, follows: 'y' })).toBeNull();
    expect(place({ y: 100, follows: 'y' })?.top).toBe(2);
    expect(place({ y: 100, follows: 'x' })).toBeNull();
  });

  it('of one row do not touch each other', () => {
    const labels = [0, 0.5, 1, 2, 4].map((x) => ({ text: '', x, y: 0, room: 10, row: 'x' }));
    const placed = placeLabels(labels, Array(5).fill(size), camera);
    expect(placed.map((it) => it !== null)).toEqual([true, false, false, true, true]);
  });
});

describe('the ticks of an axis', () => {
  const span = fc.record({
    least: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    log: fc.double({ min: -5, max: 6, noNaN: true }),
  });

  it('are in the range, ascending, told apart by their digits, and fit side by side', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 1, max: 12 }), ({ least, log }, count) => {
        const most = least + Math.max(10 ** log, Math.abs(least) * 1e-9);
        const found = axisTicks({ least, most }, count, 300);
        for (const [i, { at }] of found.entries()) {
          const rounding = 1e-9 * (most - least);
          expect(at >= least - rounding && at <= most + rounding).toBe(true);
          if (i > 0) expect(at).toBeGreaterThan(found[i - 1].at);
        }
        expect(new Set(found.map(({ text }) => text)).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(Math.min(8, count) + 1);
        if (found.length > 2) {
          const widths = found.map(({ text }) => 7.6 * text.length);
          expect(widths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(300);
        }
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  it('are round', () => {
    expect(axisTicks({ least: -3, most: 3 }, 8).map(({ text }) => text)).toEqual([
      '−3',
      '−2',
      '−1',
      '0',
      '1',
      '2',
      '3',
    ]);
    expect(axisTicks({ least: 0.999, most: 1.001 }, 4).map(({ text }) => text)).toEqual([
      '0.999',
      '0.9995',
      '1',
      '1.0005',
      '1.001',
    ]);
  });
});
