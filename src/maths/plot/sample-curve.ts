import type { Evaluate } from '../expression/evaluate.ts';
import { createColumn } from './column.ts';
import { type CurveProbe, probeCurve } from './curve-probe.ts';
import type { CurveWindow } from './curve-window.ts';
import { createSampledCurve, levelSpans, type SampledCurve } from './sampled-curve.ts';
import { createThinningPen } from './thinning-pen.ts';

/** A column in which the curve leaves its chord by more is looked at more closely, in pixels. */
const calm = 0.2;
const parts = 8;
const extraParts = 24;
const probesPerPixel = 60;
/** What a column takes whose bar is met within half a pixel. */
const thoroughProbes = 50;

const column = createColumn();
const pen = createThinningPen(0.1);
/** At the columns' edges, and at a place within each of them, by turns. */
let heights = new Float64Array(0);
let isRough = new Uint8Array(0);

/**
 * Samples a function until a line through the samples meets its curve within half a pixel.
 *
 * The window is cut into columns of a pixel, each with a probe inside, off its middle by an amount that
 * differs from column to column, since evenly spaced probes can all meet a wave at its zeros (L. H. de
 * Figueiredo, “Adaptive sampling of parametric curves”, Graphics Gems V, 1995). Where the probe lies on
 * the chord nothing more is asked: a jump between the edges would have moved it off by half its height.
 * Elsewhere the column and its neighbours are probed at eight places, and halved further where
 * these lie off their neighbours' chords, down to poles, jumps and the ends of the domain
 * (`traceInterval`). Where more than one oscillation falls into a column no line can show it; its
 * picture is a bar from the least to the greatest value there. So it is where the budget is spent.
 *
 * @param f NaN where it has no value
 * @param into is filled and returned; a new one unless given
 */
export function sampleCurve(
  f: Evaluate,
  window: CurveWindow,
  into: SampledCurve = createSampledCurve(),
): SampledCurve {
  into.count = into.spanCount = 0;
  const columns = Math.max(1, Math.ceil(window.width));
  const budget = window.budget ?? probesPerPixel * columns;
  const probe = probeCurve(f, window, budget);
  const half = window.width / columns / 2;
  const rough = survey(probe, columns, half);
  // Where nearly all is rough no column has much of the budget, and each leans on its neighbours.
  const isThorough = (budget - probe.evaluations) / rough >= thoroughProbes;
  pen.begin(into);
  for (let i = 0; i < columns; i++) {
    const isNearRough = isRough[i] || (i > 0 && isRough[i - 1]) || isRough[i + 1];
    const isAffordable = !probe.isSpent;
    column.start();
    for (let k = 2 * i; k <= 2 * i + 2; k++) column.add(placeOf(k, half), heights[k]);
    if (isNearRough && isAffordable) addProbes(probe, i, half, parts);
    const isLine = isAffordable
      ? !isNearRough || !column.isWild(probe, isThorough ? 2 : 1)
      : !isRough[i];
    if (isLine) column.trace(isNearRough && isAffordable ? probe : null, pen);
    else {
      if (isAffordable) addProbes(probe, i, half, isThorough ? extraParts : parts);
      column.fill(isAffordable && isThorough ? probe : null, pen, into);
    }
  }
  pen.lift();
  if (!isThorough) levelSpans(into);
  into.evaluations = probe.evaluations;
  return into;
}

/**
 * Asks at every column's edges and within it, and finds the columns that are not nearly straight.
 *
 * @returns how many these are
 */
function survey({ valueAt, sideOf }: CurveProbe, columns: number, half: number): number {
  if (heights.length < 2 * columns + 1) {
    heights = new Float64Array(2 * columns + 1);
    isRough = new Uint8Array(columns + 1);
  }
  for (let k = 0; k <= 2 * columns; k++) heights[k] = valueAt(placeOf(k, half));
  let rough = 0;
  for (let i = 0; i < columns; i++) {
    const [a, b, c] = [heights[2 * i], heights[2 * i + 1], heights[2 * i + 2]];
    const isNowhere = Number.isNaN(a) && Number.isNaN(b) && Number.isNaN(c);
    const side = sideOf(a);
    const isOut = side !== 0 && side === sideOf(b) && side === sideOf(c);
    const part = (1 + offset(2 * i + 1)) / 2;
    const isStraight = Math.abs(b - a - (c - a) * part) <= calm;
    isRough[i] = isNowhere || isOut || isStraight ? 0 : 1;
    rough += isRough[i];
  }
  isRough[columns] = 0;
  return rough;
}

const placeOf = (k: number, half: number) => (k % 2 === 0 ? k : k + offset(k)) * half;

function addProbes(probe: CurveProbe, i: number, half: number, into: number): void {
  for (let k = 0; k < into; k++) {
    const x = 2 * half * (i + (k + 0.5 + 0.3 * offset(into * i + k + 7)) / into);
    column.add(x, probe.valueAt(x));
  }
}

/** From −0.4 to 0.4, and for neighbours far apart: the golden ratio's multiples are. */
const offset = (k: number) => 0.8 * ((k * 0.6180339887498949) % 1) - 0.4;
