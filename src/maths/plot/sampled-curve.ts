/**
 * A function's picture in a window, in pixels from the window's lower left corner, y up. It keeps its
 * memory from one sampling to the next.
 */
export interface SampledCurve {
  /** The lines' corners, one line after the other; NaN in both lifts the pen. */
  x: Float64Array;
  y: Float64Array;
  count: number;
  /** Upright bars that are filled, four numbers each: left, right, bottom, top. */
  spans: Float64Array;
  spanCount: number;
  /** How often the function was asked. */
  evaluations: number;
}

export const createSampledCurve = (): SampledCurve => ({
  x: new Float64Array(1024),
  y: new Float64Array(1024),
  count: 0,
  spans: new Float64Array(256),
  spanCount: 0,
  evaluations: 0,
});

export function addCorner(curve: SampledCurve, x: number, y: number): void {
  if (curve.count === curve.x.length) {
    curve.x = grown(curve.x);
    curve.y = grown(curve.y);
  }
  curve.x[curve.count] = x;
  curve.y[curve.count++] = y;
}

export function addSpan(
  curve: SampledCurve,
  left: number,
  right: number,
  bottom: number,
  top: number,
): void {
  const at = 4 * curve.spanCount++;
  if (at + 4 > curve.spans.length) curve.spans = grown(curve.spans);
  curve.spans[at] = left;
  curve.spans[at + 1] = right;
  curve.spans[at + 2] = bottom;
  curve.spans[at + 3] = top;
}

/** Makes bars that touch as high and as low as their neighbours are: the more were asked, the truer it is. */
export function levelSpans({ spans, spanCount }: SampledCurve): void {
  let [left, low, high] = [Number.NaN, 0, 0];
  for (let i = 0; i < 4 * spanCount; i += 4) {
    const [bottom, top] = [spans[i + 2], spans[i + 3]];
    if (spans[i] === left) {
      spans[i + 2] = Math.min(bottom, low);
      spans[i + 3] = Math.max(top, high);
    }
    if (spans[i + 4] === spans[i + 1] && i + 4 < 4 * spanCount) {
      spans[i + 2] = Math.min(spans[i + 2], spans[i + 6]);
      spans[i + 3] = Math.max(spans[i + 3], spans[i + 7]);
    }
    [left, low, high] = [spans[i + 1], bottom, top];
  }
}

function grown(numbers: Float64Array): Float64Array {
  const larger = new Float64Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
