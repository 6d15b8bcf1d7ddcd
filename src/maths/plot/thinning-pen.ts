import { addCorner, type SampledCurve } from './sampled-curve.ts';

/** Draws lines into a sampled curve, from the left to the right, and leaves out corners that none would miss. */
export interface ThinningPen {
  begin(curve: SampledCurve): void;
  lineTo(x: number, y: number): void;
  /** What comes next is not joined to what was. */
  lift(): void;
}

/**
 * A corner is left out while one straight line passes within a tolerance of all that were, measured
 * upright: the wedge of directions from the last corner that do so is narrowed by each new one
 * (J. Sklansky, V. Gonzalez, “Fast polygonal approximation of digitized curves”, 1980).
 *
 * @param tolerance in pixels
 */
export function createThinningPen(tolerance: number): ThinningPen {
  let curve: SampledCurve | null = null;
  let isDown = false;
  /** The last corner, and the one that is to be the next. */
  let [x0, y0, x1, y1] = [0, 0, 0, 0];
  let hasNext = false;
  let [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  function corner(x: number, y: number): void {
    if (curve) addCorner(curve, x, y);
    x0 = x;
    y0 = y;
    hasNext = false;
    lowest = Number.NEGATIVE_INFINITY;
    highest = Number.POSITIVE_INFINITY;
  }

  function narrow(x: number, y: number): void {
    const run = x - x0;
    if (run > 0) {
      lowest = Math.max(lowest, (y - tolerance - y0) / run);
      highest = Math.min(highest, (y + tolerance - y0) / run);
    }
    x1 = x;
    y1 = y;
    hasNext = true;
  }

  return {
    begin(next) {
      curve = next;
      isDown = hasNext = false;
    },
    lineTo(x, y) {
      if (!isDown) {
        corner(x, y);
        isDown = true;
        return;
      }
      if (x === (hasNext ? x1 : x0) && y === (hasNext ? y1 : y0)) return;
      const slope = (y - y0) / (x - x0);
      // A slope over no distance is in no wedge.
      const isOnTheWay = slope >= lowest && slope <= highest && x > x0;
      if (hasNext && !isOnTheWay) corner(x1, y1);
      narrow(x, y);
    },
    lift() {
      if (!isDown) return;
      if (hasNext) corner(x1, y1);
      if (curve) addCorner(curve, Number.NaN, Number.NaN);
      isDown = false;
    },
  };
}
