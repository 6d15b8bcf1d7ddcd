import type { CurveProbe } from './curve-probe.ts';
import { addSpan, type SampledCurve } from './sampled-curve.ts';
import type { ThinningPen } from './thinning-pen.ts';
import { traceInterval } from './trace-interval.ts';

/** A turn, or a point of it, that is no larger is none that can be seen, in pixels. */
const visible = 0.5;
const calm = 0.2;
const most = 64;
const climbs = 5;

/** The places of one column of pixels at which a function was asked, from the left to the right. */
export interface Column {
  start(): void;
  /** @param y NaN where there is no value */
  add(x: number, y: number): void;
  /**
   * Whether more than one oscillation, or more than one gap, lies between its places.
   *
   * @param mostTurns as often a curve may turn that is none: an oscillation turns twice
   */
  isWild(probe: CurveProbe, mostTurns: number): boolean;
  /** Draws the line through its places; with a probe it looks more closely where it bends. */
  trace(probe: CurveProbe | null, pen: ThinningPen): void;
  /** Adds a bar from its least to its greatest value, if it has any, between lines that end beside it. */
  fill(probe: CurveProbe | null, pen: ThinningPen, into: SampledCurve): void;
}

export function createColumn(): Column {
  const x = new Float64Array(most);
  const y = new Float64Array(most);
  let count = 0;

  /** How far a place lies off the chord of its neighbours; 0 at the ends. */
  function bend(i: number): number {
    if (i <= 0 || i >= count - 1) return 0;
    const part = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
    return Math.abs(y[i] - y[i - 1] - (y[i + 1] - y[i - 1]) * part);
  }

  function isWild(probe: CurveProbe, mostTurns: number): boolean {
    let turns = 0;
    let gaps = 0;
    let direction = 0;
    /** How far it got in its direction. */
    let reached = Number.NaN;
    for (let i = 0; i < count; i++) {
      if (i > 0 && Number.isNaN(y[i]) !== Number.isNaN(y[i - 1])) gaps++;
      if (Number.isNaN(y[i])) continue;
      const height = probe.seen(y[i]);
      if (Number.isNaN(reached)) reached = height;
      const move = height - reached;
      if (move * direction >= 0 && direction !== 0) reached = height;
      else if (Math.abs(move) > visible) {
        if (direction !== 0) turns++;
        direction = Math.sign(move);
        reached = height;
      }
    }
    return turns > mostTurns || gaps > 2;
  }

  /**
   * The place that is farthest up, or down; and from there ever closer beside it for one that is
   * farther, since no one knows how wide its wave is.
   */
  function peak(probe: CurveProbe | null, sign: 1 | -1): number {
    let best = -1;
    for (let i = 0; i < count; i++)
      if (!Number.isNaN(y[i]) && !(sign * y[i] <= sign * y[best])) best = i;
    if (best < 0) return Number.NaN;
    let [atX, value] = [x[best], y[best]];
    let reach = (x[count - 1] - x[0]) / count;
    for (let round = 0; probe && round < climbs; round++) {
      reach /= 4;
      for (const between of [atX - reach, atX + reach]) {
        const height = probe.valueAt(between);
        if (!(sign * height > sign * value) || between < x[0] || between > x[count - 1]) continue;
        atX = between;
        value = height;
      }
    }
    return value;
  }

  return {
    start() {
      count = 0;
    },
    add(atX, atY) {
      let at = count++;
      // Sorted in: there are few of them.
      for (; at > 0 && x[at - 1] > atX; at--) {
        x[at] = x[at - 1];
        y[at] = y[at - 1];
      }
      x[at] = atX;
      y[at] = atY;
    },
    isWild,
    trace(probe, pen) {
      if (!Number.isNaN(y[0])) pen.lineTo(x[0], y[0]);
      for (let i = 1; i < count; i++) {
        // No value makes its neighbours' bends NaN, which are not calm.
        const isCalm = bend(i - 1) <= calm && bend(i) <= calm && !Number.isNaN(y[i]);
        if (probe && !isCalm) traceInterval(probe, pen, x[i - 1], y[i - 1], x[i], y[i]);
        else if (!Number.isNaN(y[i])) pen.lineTo(x[i], y[i]);
      }
      if (Number.isNaN(y[count - 1])) pen.lift();
    },
    fill(probe, pen, into) {
      if (!Number.isNaN(y[0])) pen.lineTo(x[0], y[0]);
      pen.lift();
      const [bottom, top] = [peak(probe, -1), peak(probe, 1)];
      if (!Number.isNaN(bottom)) addSpan(into, x[0], x[count - 1], bottom, top);
    },
  };
}
