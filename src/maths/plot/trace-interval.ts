import type { CurveProbe } from './curve-probe.ts';
import type { ThinningPen } from './thinning-pen.ts';

/** A line that passes the curve by less is good, in pixels. */
const near = 0.2;
/** A jump that is no higher is none that can be seen, in pixels. */
const smallJump = 0.5;
/**
 * Where the middle lies this near to the chord, as a part of its height, the curve is steep, and joined;
 * between two places an eighth of a pixel apart it is no further from the chord than that, sideways.
 */
const smoothPart = 0.2;
/** How often an interval is halved before a jump is looked for in it. */
const deepest = 10;
const steepest = 3;
/** Halved so often, what was an eighth of a pixel is as narrow as numbers are. */
const halvings = 60;

/**
 * Draws the curve from one probe to the next, both no value or a height in pixels; the pen is at the
 * first, if that is one.
 */
export function traceInterval(
  probe: CurveProbe,
  pen: ThinningPen,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  depth = 0,
): void {
  const [isFirst, isLast] = [!Number.isNaN(y0), !Number.isNaN(y1)];
  if (!isFirst && !isLast) return;
  if (!isFirst || !isLast) {
    traceEnd(probe, pen, x0, y0, x1, y1);
    return;
  }
  const side = probe.sideOf(y0);
  const isOut = side !== 0 && side === probe.sideOf(y1);
  const x = (x0 + x1) / 2;
  const y = probe.valueAt(x);
  const isMissed = Number.isNaN(y) || !(isOut && probe.sideOf(y) === side);
  // A jump would move the middle off by half its height.
  const off = Math.abs(y - (y0 + y1) / 2);
  if (!isMissed || off <= Math.max(near, smoothPart * Math.abs(y1 - y0))) {
    pen.lineTo(x1, y1);
    return;
  }
  const isMonotone = (y - y0) * (y1 - y) >= 0;
  if (!Number.isNaN(y) && depth >= (isMonotone ? steepest : deepest)) {
    traceSteep(probe, pen, x0, y0, x1, y1);
    return;
  }
  if (probe.isSpent) {
    pen.lift();
    pen.lineTo(x1, y1);
    return;
  }
  traceInterval(probe, pen, x0, y0, x, y, depth + 1);
  if (!Number.isNaN(y)) pen.lineTo(x, y);
  traceInterval(probe, pen, x, y, x1, y1, depth + 1);
}

/** An end of the domain lies between: the curve is drawn up to it, or from it on. */
function traceEnd(
  probe: CurveProbe,
  pen: ThinningPen,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const comesFirst = !Number.isNaN(y0);
  let [inside, y, outside] = comesFirst ? [x0, y0, x1] : [x1, y1, x0];
  let moved = Number.POSITIVE_INFINITY;
  for (let i = 0; i < halvings; i++) {
    const isNarrow = Math.abs(outside - inside) < 1 / 64;
    if (isNarrow && (probe.sideOf(y) !== 0 || moved < 1 / 16)) break;
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break;
    const value = probe.valueAt(middle);
    if (Number.isNaN(value)) outside = middle;
    else {
      moved = Math.abs(value - y);
      inside = middle;
      y = value;
    }
  }
  pen.lineTo(inside, y);
  if (comesFirst) pen.lift();
  else pen.lineTo(x1, y1);
}

/**
 * Between two places so near to each other that no one sees them apart a curve is steep, and joined, or
 * it jumps, and is not. Of a steep one's height each half has less the more often it is halved; a jump
 * keeps its own, and a pole grows.
 */
function traceSteep(
  probe: CurveProbe,
  pen: ThinningPen,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  let [left, bottom, right, top] = [x0, y0, x1, y1];
  for (let i = 0; i < halvings; i++) {
    if (Math.abs(probe.seen(top) - probe.seen(bottom)) <= smallJump) {
      pen.lineTo(x1, y1);
      return;
    }
    const x = (left + right) / 2;
    if (x === left || x === right) break;
    const y = probe.valueAt(x);
    if (Number.isNaN(y)) {
      traceEnd(probe, pen, left, bottom, x, y);
      traceEnd(probe, pen, x, y, right, top);
      pen.lineTo(x1, y1);
      return;
    }
    if (Math.abs(y - bottom) >= Math.abs(top - y)) {
      right = x;
      top = y;
    } else {
      left = x;
      bottom = y;
    }
  }
  pen.lineTo(left, bottom);
  pen.lift();
  pen.lineTo(right, top);
  pen.lineTo(x1, y1);
}
