import type { Evaluate } from '../expression/evaluate.ts';
import type { CurveWindow } from './curve-window.ts';

/** What is further away counts as this far, in pixels: differences stay finite. */
const farthest = 1e7;
/** A curve is lost to sight this far beyond the window's edge, in pixels. */
const margin = 2;

/** A function in pixels of a window, from its lower left corner, y up. */
export interface CurveProbe {
  /** How often the function was asked. */
  readonly evaluations: number;
  /** It may not be asked much more. */
  readonly isSpent: boolean;
  /** NaN where the function has no value. */
  valueAt(x: number): number;
  /** −1 below what is seen, 1 above it, 0 within; NaN of no value. */
  sideOf(y: number): number;
  /** No further away than just out of sight. */
  seen(y: number): number;
}

export function probeCurve(f: Evaluate, window: CurveWindow, budget: number): CurveProbe {
  const { from, to, least, most, width, height } = window;
  const perPixel = (to - from) / width;
  const pixelsPer = height / (most - least);
  const [low, high] = [-margin, height + margin];
  let evaluations = 0;
  return {
    get evaluations() {
      return evaluations;
    },
    get isSpent() {
      return evaluations >= budget;
    },
    valueAt(x) {
      evaluations++;
      const y = (f(from + perPixel * x) - least) * pixelsPer;
      return y > farthest ? farthest : y < -farthest ? -farthest : y;
    },
    sideOf: (y) => (y < low ? -1 : y > high ? 1 : !Number.isNaN(y) ? 0 : Number.NaN),
    seen: (y) => (y < low ? low : y > high ? high : y),
  };
}
