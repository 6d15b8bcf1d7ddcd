import { describe, expect, it } from 'vitest';
import type { CurveWindow } from '../../../src/maths/plot/curve-window.ts';
import { sampleCurve } from '../../../src/maths/plot/sample-curve.ts';
import type { SampledCurve } from '../../../src/maths/plot/sampled-curve.ts';

type F = (x: number) => number;
type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

const seen: CurveWindow = { from: -3, to: 3, least: -2, most: 2, width: 720, height: 400 };
/** The curve, where it is seen at all, may be missed by as much. */
const halfPixel = 0.5;
const perPixel = 64;

function segmentsOf({ x, y, count }: SampledCurve): Segment[] {
  const segments: Segment[] = [];
  for (let i = 1; i < count; i++) {
    if (Number.isFinite(x[i - 1]) && Number.isFinite(x[i])) {
      segments.push([x[i - 1], y[i - 1], x[i], y[i]]);
    }
  }
  return segments;
}

const spansOf = ({ spans, spanCount }: SampledCurve) =>
  Array.from({ length: spanCount }, (_, i) => [...spans.subarray(4 * i, 4 * i + 4)]);

function distanceTo([x0, y0, x1, y1]: Segment, x: number, y: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const part = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x0 + part * dx - x, y0 + part * dy - y);
}

/** The function in pixels, as the window's definition says. */
const inPixels =
  (f: F, { from, to, least, most, width, height }: CurveWindow): F =>
  (x) =>
    ((f(from + ((to - from) * x) / width) - least) / (most - least)) * height;

/** How far the curve is from what is drawn, at the place where it is farthest. */
function farthestMiss(f: F, window: CurveWindow, curve: SampledCurve) {
  const segments = segmentsOf(curve);
  const spans = spansOf(curve);
  const g = inPixels(f, window);
  let worst = { miss: 0, x: Number.NaN };
  let [first, firstSpan] = [0, 0];
  for (let i = 0; i < window.width * perPixel; i++) {
    // Not at 0 itself, where the sign of x has a value that is no curve.
    const x = (i + 0.5) / perPixel;
    const y = g(x);
    if (!(y >= 0 && y <= window.height)) continue;
    while (first < segments.length && segments[first][2] < x - 2) first++;
    let miss = Number.POSITIVE_INFINITY;
    for (let k = first; k < segments.length && segments[k][0] < x + 2; k++) {
      miss = Math.min(miss, distanceTo(segments[k], x, y));
    }
    while (firstSpan < spans.length && spans[firstSpan][1] < x - 2) firstSpan++;
    for (const [left, right, bottom, top] of spans.slice(firstSpan, firstSpan + 6)) {
      const [across, up] = [Math.max(left - x, x - right, 0), Math.max(bottom - y, y - top, 0)];
      miss = Math.min(miss, Math.hypot(across, up));
    }
    if (miss > worst.miss) worst = { miss, x };
  }
  return worst;
}

/** How near anything that is drawn comes to a place of the function's own units, in pixels. */
const nearest = (curve: SampledCurve, x: number, y: number): number =>
  Math.min(...segmentsOf(curve).map((it) => distanceTo(it, pixelOf(x), upOf(y))));

const pixelOf = (x: number, { from, to, width } = seen) => ((x - from) / (to - from)) * width;
const upOf = (y: number, { least, most, height } = seen) => ((y - least) / (most - least)) * height;

const resolved: Readonly<Record<string, F>> = {
  'x²': (x) => x * x,
  '1/x': (x) => 1 / x,
  '1/x²': (x) => 1 / x ** 2,
  'tan x': Math.tan,
  'tan 200x': (x) => Math.tan(200 * x),
  'floor x': Math.floor,
  'sign x': Math.sign,
  '√x': Math.sqrt,
  '√(1 − x²)': (x) => Math.sqrt(1 - x * x),
  '|x|': Math.abs,
  'x^(1/3)': Math.cbrt,
  '|x|^0.25': (x) => Math.abs(x) ** 0.25,
  'sin 50x': (x) => Math.sin(50 * x),
  'exp x³': (x) => Math.exp(x ** 3),
  'ln x': Math.log,
  'x ln|x|': (x) => x * Math.log(Math.abs(x)),
  'sin x / x': (x) => Math.sin(x) / x,
  'tanh 10⁴x': (x) => Math.tanh(1e4 * x),
  'a steep line': (x) => 1e5 * x,
  'a sawtooth': (x) => 5 * x - Math.floor(5 * x),
  'a narrow bell': (x) => Math.exp(-((30 * x) ** 2)),
  'half the line': (x) => (x > 0.123 ? x : Number.NaN),
  'nothing at all': () => Number.NaN,
};

describe('a sampled curve', () => {
  it.each(Object.entries(resolved))('is met within half a pixel: %s', (_, f) => {
    const curve = sampleCurve(f, seen);
    expect(curve.spanCount).toBe(0);
    const { miss, x } = farthestMiss(f, seen, curve);
    expect(miss, `${x}`).toBeLessThanOrEqual(halfPixel);
  });

  it.each<readonly [name: string, f: F]>([
    ['sin 1/x', (x) => Math.sin(1 / x)],
    ['sin 1000x', (x) => Math.sin(1000 * x)],
    ['sin of a period of half a pixel', (x) => Math.sin((4 * Math.PI * (x + 3) * 720) / 6)],
    ['x sin 1/x', (x) => x * Math.sin(1 / x)],
    ['tan 1000x', (x) => Math.tan(1000 * x)],
  ])('is a filled bar where it cannot be resolved: %s', (_, f) => {
    const curve = sampleCurve(f, seen);
    expect(curve.spanCount).toBeGreaterThan(0);
    const { miss, x } = farthestMiss(f, seen, curve);
    expect(miss, `${x}`).toBeLessThanOrEqual(1);
  });

  it.each<readonly [name: string, f: F]>([
    ['sin 1000x', (x) => Math.sin(1000 * x)],
    ['sin 10⁵x', (x) => Math.sin(1e5 * x)],
    ['x sin 10⁴x', (x) => x * Math.sin(1e4 * x)],
  ])('is a band, met within a few hundredths of its height, on half the budget: %s', (_, f) => {
    const window = { ...seen, budget: 30 * seen.width };
    const curve = sampleCurve(f, window);
    expect(curve.evaluations).toBeLessThanOrEqual(30 * seen.width);
    const { miss, x } = farthestMiss(f, window, curve);
    expect(miss, `${x}`).toBeLessThanOrEqual(6);
  });

  it('fills sin 1/x only near 0, from −1 to 1', () => {
    const spans = spansOf(sampleCurve((x) => Math.sin(1 / x), seen));
    for (const [left, right, bottom, top] of spans) {
      // From one wave to the next x² · 2π: a pixel's width at x = 0.036.
      expect(Math.max(pixelOf(0) - left, right - pixelOf(0))).toBeLessThan(6);
      expect(Math.abs(bottom - upOf(-1))).toBeLessThan(halfPixel);
      expect(Math.abs(top - upOf(1))).toBeLessThan(halfPixel);
    }
    const middle = spans.filter(([left, right]) => left <= 360 && right >= 360);
    expect(middle.length).toBeGreaterThan(0);
  });

  type Break = readonly [x: number, middle: number];
  it.each<readonly [name: string, f: F, breaks: readonly Break[]]>([
    ['1/x', (x) => 1 / x, [[0, 0]]],
    ['tan x', Math.tan, [-Math.PI / 2, Math.PI / 2].map((x) => [x, 0])],
    ['tan 5x', (x) => Math.tan(5 * x), [-3, -1, 1, 3].map((n) => [(n * Math.PI) / 10, 0])],
    ['1/(x − 1.2345)', (x) => 1 / (x - 1.2345), [[1.2345, 0]]],
    ['floor x', Math.floor, [-1, 0, 1, 2].map((x) => [x, x - 0.5])],
    ['sign x', Math.sign, [0.5, -0.5].map((y) => [0, y])],
    ['a hair’s pole', (x) => 0.01 / (x - 0.5), [[0.5, 0]]],
    ['a step on a slope', (x) => x + (x > 0.777 ? 0.5 : 0), [[0.777, 1.027]]],
  ])('bridges no pole and no jump: %s', (_, f, breaks) => {
    const curve = sampleCurve(f, seen);
    // The middle of a jump, and of a pole that changes its sign, is no place of the curve.
    for (const [x, y] of breaks) expect(nearest(curve, x, y), `at ${x}`).toBeGreaterThan(3);
  });

  it.each<readonly [name: string, f: F]>([
    ['x^(1/3)', Math.cbrt],
    ['tanh 10⁶x', (x) => Math.tanh(1e6 * x)],
    ['10⁵x', (x) => 1e5 * x],
  ])('is one line where it is steep, and joined: %s', (_, f) => {
    const { x, count } = sampleCurve(f, seen);
    expect([...x.subarray(0, count - 1)].filter(Number.isNaN)).toEqual([]);
  });

  type End = readonly [x: number, y: number];
  it.each<readonly [name: string, f: F, from: End, to: End]>([
    ['√x', Math.sqrt, [0, 0], [3, Math.sqrt(3)]],
    ['√(x − 0.1234)', (x) => Math.sqrt(x - 0.1234), [0.1234, 0], [3, Math.sqrt(2.8766)]],
    ['√(2 − x²)', (x) => Math.sqrt(2 - x * x), [-Math.SQRT2, 0], [Math.SQRT2, 0]],
    ['asin 0.7x', (x) => Math.asin(0.7 * x), [-1 / 0.7, -Math.PI / 2], [1 / 0.7, Math.PI / 2]],
    ['9x between', (x) => (x > 0.1 && x < 0.2 ? 9 * x : Number.NaN), [0.1, 0.9], [0.2, 1.8]],
  ])('ends where its domain ends: %s', (_, f, from, to) => {
    const segments = segmentsOf(sampleCurve(f, seen));
    const [first, last] = [segments[0], segments[segments.length - 1]];
    const missOf = (x: number, y: number, end: End) =>
      Math.hypot(x - pixelOf(end[0]), y - upOf(end[1]));
    expect(missOf(first[0], first[1], from)).toBeLessThan(halfPixel);
    expect(missOf(last[2], last[3], to)).toBeLessThan(halfPixel);
  });

  it.each([0, 1e-3, -1e-3])('meets both ends of a jump, %d beside a column’s edge', (beside) => {
    const segments = segmentsOf(sampleCurve((x) => Math.floor(x - beside), seen));
    const at = pixelOf(1 + beside);
    const touching = segments.flatMap(([x0, y0, x1, y1]) => [
      ...(Math.abs(x0 - at) < 0.01 ? [y0] : []),
      ...(Math.abs(x1 - at) < 0.01 ? [y1] : []),
    ]);
    for (const end of [0, 1]) {
      expect(touching.some((y) => Math.abs(y - upOf(end)) < halfPixel)).toBe(true);
    }
  });

  it('asks within its budget, and little of what is smooth', () => {
    const wild: readonly F[] = [
      ...Object.values(resolved),
      (x) => Math.sin(1e5 * x),
      (x) => Math.sin(1e6 * x) * 1e6,
      (x) => Math.sqrt(Math.sin(1000 * x)),
      (x) => 1000 * x - Math.floor(1000 * x),
      (x) => Math.sin(x * 1e9) / (x * 1e9 - Math.floor(x * 1e9)),
    ];
    // What the column at hand may still ask when the budget runs out is less than 2,000.
    for (const f of wild) {
      expect(sampleCurve(f, seen).evaluations).toBeLessThan(60 * seen.width + 2000);
      const budget = 4000;
      expect(sampleCurve(f, { ...seen, budget }).evaluations).toBeLessThan(budget + 2000);
    }
    expect(sampleCurve((x) => x * x, seen).evaluations).toBeLessThan(3 * seen.width);
    expect(sampleCurve((x) => x * x, seen).count).toBeLessThan(120);
  });

  it('is the same every time, in memory that is used again', () => {
    const f: F = (x) => Math.sin(1 / x);
    const into = sampleCurve(Math.tan, seen);
    const again = sampleCurve(f, seen, into);
    const fresh = sampleCurve(f, seen);
    expect(again).toBe(into);
    expect(again.x.subarray(0, again.count)).toEqual(fresh.x.subarray(0, fresh.count));
    expect(spansOf(again)).toEqual(spansOf(fresh));
    const { x, spans } = again;
    sampleCurve(f, seen, again);
    expect([again.x === x, again.spans === spans]).toEqual([true, true]);
  });
});
