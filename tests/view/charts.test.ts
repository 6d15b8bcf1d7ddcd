import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/base/format-number.ts';
import { stepCursor } from '../../src/page/step-cursor.ts';
import { chartReach } from '../../src/scenes/meanshift/view/kernel-chart.ts';
import { axisRange } from '../../src/view/axis-range.ts';
import { describeIndex, readingsAt, sameData, thinIndices } from '../../src/view/chart-text.ts';
import { logTicks } from '../../src/view/log-ticks.ts';

describe('a number', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [2.5, '2.5'],
    [0.012345, '0.0123'],
    [-3, '−3'],
    [1500, '1500'],
    [1.234e-7, '1.23 × 10⁻⁷'],
    [-2e12, '−2 × 10¹²'],
    [Number.NaN, '–'],
  ])('%f reads “%s”', (value, text) => expect(formatNumber(value)).toBe(text));
});

describe('an axis', () => {
  it('spans whole decades on a log scale, and leaves out what has no place there', () => {
    expect(axisRange({ label: 'shift', log: true }, [0.02, 3, 0, null, -1])).toEqual([0.01, 10]);
    expect(axisRange({ label: 'shift', log: true }, [1])).toEqual([0.1, 1]);
  });
  it('has a span without data too', () => {
    for (const log of [true, false]) {
      const [least, most] = axisRange({ label: '', log }, []);
      expect(most).toBeGreaterThan(least);
    }
  });
  it('keeps its fixed range', () =>
    expect(axisRange({ label: 'weight', range: [0, 1] }, [7])).toEqual([0, 1]));
  it('that counts is never narrower than a few steps', () =>
    expect(axisRange({ label: 'step', integer: true }, [1])).toEqual([1, 6]));
});

describe('the ticks of a log axis', () => {
  const labels = (least: number, most: number, count: number) =>
    logTicks(least, most, count).flatMap(({ label }) => label ?? []);
  it('are labelled at the powers of ten', () => {
    expect(labels(0.01, 10, 9)).toEqual(['0.01', '0.1', '1', '10']);
    expect(labels(1e-5, 1e-3, 9)).toEqual(['10⁻⁵', '10⁻⁴', '10⁻³']);
  });
  it('are labelled at some of them where there is no room for all', () => {
    const found = labels(1e-16, 10, 6);
    expect(found.length).toBeLessThanOrEqual(7);
    expect(found).toContain('10¹');
  });
  it('stand at 2 to 9 times each power in between', () =>
    expect(logTicks(1, 10, 5).map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  it('lie within the axis', () => {
    for (const { at } of logTicks(1e-7, 1e2, 5)) {
      expect(at).toBeGreaterThanOrEqual(1e-7);
      expect(at).toBeLessThanOrEqual(1e2);
    }
  });
});

describe('the data', () => {
  const data = {
    x: [1, 2],
    y: [
      [0.5, null],
      [3, 4],
    ],
    marks: [],
  };
  const shape = {
    x: { label: 'step' },
    y: { label: 'shift' },
    series: [
      { label: 'mean', colour: '' },
      { label: 'max', colour: '' },
    ],
  };
  it('are told in words, without what is missing', () => {
    expect(describeIndex(shape, data, 0)).toBe('step 1: mean 0.5; max 3');
    expect(describeIndex(shape, data, 1)).toBe('step 2: max 4');
    expect(readingsAt(data, 1)).toEqual([{ series: 1, value: 4 }]);
  });
  it('are the same when every value and mark is', () => {
    const mark = { axis: 'x', at: 1, label: 'a' } as const;
    expect(sameData(data, structuredClone(data))).toBe(true);
    expect(
      sameData(data, {
        ...data,
        y: [
          [0.5, 0],
          [3, 4],
        ],
      }),
    ).toBe(false);
    expect(sameData(data, { ...data, marks: [mark] })).toBe(false);
    expect(sameData(data, { ...data, emphasis: 1 })).toBe(false);
  });
  it('are thinned evenly, with both ends', () => {
    expect(thinIndices(3, 60)).toEqual([0, 1, 2]);
    const thin = thinIndices(1000, 60);
    expect(thin).toHaveLength(60);
    expect([thin[0], thin.at(-1)]).toEqual([0, 999]);
    expect(new Set(thin).size).toBe(60);
  });
});

describe('a chart’s cursor', () => {
  const press = (key: string, at: number, shiftKey = false) =>
    stepCursor({ key, shiftKey }, at, 50);
  it('moves by one, by a tenth, to the ends, and never beyond', () => {
    expect(press('ArrowRight', 3)).toBe(4);
    expect(press('ArrowLeft', 0)).toBe(0);
    expect(press('ArrowRight', 3, true)).toBe(8);
    expect(press('PageDown', 8)).toBe(3);
    expect(press('End', 8)).toBe(49);
    expect(press('Home', 8)).toBe(0);
  });
  it('leaves other keys, and an empty chart, alone', () => {
    expect(press(' ', 3)).toBeNull();
    expect(stepCursor({ key: 'End', shiftKey: false }, 0, 0)).toBeNull();
  });
});

it('the kernel plot spans the lesson’s 0 to 10, and more where the bandwidth asks for it', () => {
  expect([0.01, 2.5, 6].map(chartReach)).toEqual([10, 10, 10]);
  for (const bandwidth of [8, 15, 40, 1000]) {
    expect(chartReach(bandwidth)).toBeGreaterThanOrEqual(1.5 * bandwidth);
    expect(chartReach(bandwidth)).toBeLessThanOrEqual(4 * bandwidth);
  }
});
