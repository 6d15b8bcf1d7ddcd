import type { SampledCurve } from '../../../maths/plot/sampled-curve.ts';
import { type Clip, type Path, traceCurve } from './draw-curve.ts';

/** Where a sampled curve lies on the stage: its pixels' corner, and their size, in world units. */
export interface Placed {
  readonly left: number;
  readonly bottom: number;
  readonly px: number;
  /** It is drawn up to here; to its end unless given. */
  readonly until?: number;
}

/** Adds a sampled curve's lines to a path, cut to a box. */
export function traceSampled(path: Path, curve: SampledCurve, at: Placed, clip: Clip): void {
  const { left, bottom, px, until = Number.POSITIVE_INFINITY } = at;
  const place = (i: number) => ({ x: left + px * curve.x[i], y: bottom + px * curve.y[i] });
  traceCurve(
    path,
    curve.count,
    (i) => {
      const here = place(i);
      if (!(here.x > until)) return here;
      const before = i === 0 ? here : place(i - 1);
      if (!(before.x <= until)) return { x: Number.NaN, y: Number.NaN };
      const part = (until - before.x) / (here.x - before.x);
      return { x: until, y: before.y + (here.y - before.y) * part };
    },
    clip,
  );
}

/**
 * Adds the bars of a sampled curve, as wide as its line, to be filled.
 *
 * @returns whether there are any
 */
export function traceSpans(
  path: { rect(x: number, y: number, width: number, height: number): unknown },
  { spans, spanCount }: SampledCurve,
  { left, bottom, px, until = Number.POSITIVE_INFINITY }: Placed,
  clip: Clip,
  lineWidth: number,
): boolean {
  let isAny = false;
  for (let i = 0; i < spanCount; i++) {
    const [from, to] = [left + px * spans[4 * i], left + px * spans[4 * i + 1]];
    const low = Math.max(clip.bottom, bottom + px * spans[4 * i + 2] - lineWidth / 2);
    const high = Math.min(clip.top, bottom + px * spans[4 * i + 3] + lineWidth / 2);
    if (high <= low || from >= until) continue;
    path.rect(from, low, Math.min(to, until) - from, high - low);
    isAny = true;
  }
  return isAny;
}

/** @returns whether a sampled curve is broken between two x; they are asked from the left to the right */
export function findBreaks(
  { x, count }: SampledCurve,
  { left, px }: Placed,
): (x0: number, x1: number) => boolean {
  let at = 0;
  return (x0, x1) => {
    const [from, to] = [(x0 - left) / px, (x1 - left) / px];
    while (at < count && !(x[at] >= from)) at++;
    if (at === count) return true;
    if (x[at] > from && (at === 0 || Number.isNaN(x[at - 1]))) return true;
    for (let i = at; i < count && !(x[i] >= to); i++) if (Number.isNaN(x[i])) return true;
    return false;
  };
}
