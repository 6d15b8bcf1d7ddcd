import { expect, it } from 'vitest';
import { addCorner, addSpan, createSampledCurve } from '../../src/maths/plot/sampled-curve.ts';
import {
  findBreaks,
  traceSampled,
  traceSpans,
} from '../../src/scenes/derivatives/view/trace-sampled.ts';
import { recordStrokes } from '../support/record-strokes.ts';

const none = Number.NaN;
/** Pixels of a tenth of a world unit, from x = 1 and y = −1 on. */
const at = { left: 1, bottom: -1, px: 0.1 };
const clip = { bottom: -1, top: 1 };

function sampled(corners: readonly (readonly [x: number, y: number])[]) {
  const curve = createSampledCurve();
  for (const [x, y] of corners) addCorner(curve, x, y);
  return curve;
}

function strokesOf(curve: ReturnType<typeof sampled>, until?: number) {
  const { path, strokes } = recordStrokes();
  traceSampled(path, curve, until === undefined ? at : { ...at, until }, clip);
  return strokes.map((stroke) => stroke.map(([x, y]) => [round(x), round(y)]));
}
const round = (value: number) => Number(value.toFixed(9)) + 0;

it('a sampled curve is placed on the stage, cut to its box, and broken where it is', () => {
  const curve = sampled([
    [0, 10],
    [10, 30],
    [none, none],
    [10, 0],
    [20, 0],
  ]);
  expect(strokesOf(curve)).toEqual([
    [
      [1, 0],
      [1.5, 1],
    ],
    [
      [2, -1],
      [3, -1],
    ],
  ]);
});

it('it is drawn as far as a point has travelled, between its corners too', () => {
  const curve = sampled([
    [0, 0],
    [10, 10],
    [none, none],
    [12, 0],
    [20, 0],
  ]);
  expect(strokesOf(curve, 1.5)).toEqual([
    [
      [1, -1],
      [1.5, -0.5],
    ],
  ]);
  expect(strokesOf(curve, 2.5)[1]).toEqual([
    [2.2, -1],
    [2.5, -1],
  ]);
  expect(strokesOf(curve, 0.5)).toEqual([]);
});

it('its bars are as wide as its line, cut to the box, and to where the point is', () => {
  const curve = createSampledCurve();
  addSpan(curve, 0, 1, 5, 40);
  addSpan(curve, 1, 2, 30, 40);
  addSpan(curve, 2, 3, 8, 9);
  const drawn = (until = 9) => {
    const bars: number[][] = [];
    const rect = (...bar: number[]) => bars.push(bar.map(round));
    const isAny = traceSpans({ rect }, curve, { ...at, until }, clip, 0.2);
    expect(isAny).toBe(bars.length > 0);
    return bars;
  };
  expect(drawn()).toEqual([
    [1, -0.6, 0.1, 1.6],
    [1.2, -0.3, 0.1, 0.3],
  ]);
  expect(drawn(1.05)).toEqual([[1, -0.6, 0.05, 1.6]]);
  expect(drawn(0.9)).toEqual([]);
});

it('breaks are found between the places at which they are', () => {
  const curve = sampled([
    [0, 0],
    [10, 0],
    [none, none],
    [10, 9],
    [20, 0],
  ]);
  const isBroken = findBreaks(curve, at);
  const places = [1, 1.5, 1.95, 2.05, 2.4, 3];
  const broken = places.slice(1).map((x, i) => isBroken(places[i], x));
  expect(broken).toEqual([false, false, true, false, false]);
});
