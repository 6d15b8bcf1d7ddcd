import type { MeanShiftPlaces } from './mean-shift-places.ts';

export interface RememberedStep {
  readonly step: number;
  /** Two numbers a row: x, y. */
  readonly places: Float64Array;
}

/** Where some of the points were at each step; of many steps, at every other one, and so on. */
export interface TrailMemory {
  /** In order. What is remembered anew is another object. */
  readonly steps: readonly RememberedStep[];
  /** Takes in where the points are at a step. If that is not as it was, what came after is forgotten. */
  remember(step: number): void;
}

/** @param budget how many places are remembered at most, over all rows and steps */
export function createTrailMemory(
  rows: readonly number[],
  places: MeanShiftPlaces,
  budget = 100_000,
): TrailMemory {
  const mostSteps = Math.max(16, Math.floor(budget / rows.length));
  let stride = 1;
  let steps: RememberedStep[] = [];

  function isUnchanged({ places: known }: RememberedStep): boolean {
    return rows.every(
      (row, i) => known[2 * i] === places.x(row) && known[2 * i + 1] === places.y(row),
    );
  }

  return {
    get steps() {
      return steps;
    },
    remember(step) {
      const known = steps.find((one) => one.step === step);
      if (known && isUnchanged(known)) return;
      if (!known && step % stride !== 0) return;
      const now = new Float64Array(2 * rows.length);
      for (const [i, row] of rows.entries()) {
        now[2 * i] = places.x(row);
        now[2 * i + 1] = places.y(row);
      }
      steps = [...steps.filter((one) => one.step < step), { step, places: now }];
      if (steps.length <= mostSteps) return;
      stride *= 2;
      steps = steps.filter((one) => one.step % stride === 0);
    },
  };
}
