import { type DifferenceScheme, type Order, stencilOf } from '../finite-difference.ts';
import { compileColumns, mostPlaces } from './compile-columns.ts';
import type { EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';

export interface SlopeColumnOptions extends EvaluateOptions {
  readonly scheme: DifferenceScheme;
  readonly order?: Order;
}

/** Numbers that can be written. */
export type Numbers = { [place: number]: number };

/** Where slopes are taken, and where they go: the places from `first` to before `last`. */
export interface SlopePlaces {
  readonly x: ArrayLike<number>;
  /** One distance for all, or one for each. */
  readonly h: ArrayLike<number>;
  /** 0 where one distance serves them all, otherwise 1. */
  readonly stride: 0 | 1;
  readonly first: number;
  readonly last: number;
}

/**
 * A function's values and its finite differences at many places, as `compileExpression` and
 * `compileSlope` give them one by one.
 */
export function compileSlopeColumns(
  expression: Expression,
  { scheme, order = 1, ...options }: SlopeColumnOptions,
): (places: SlopePlaces, values: Numbers, slopes: Numbers) => void {
  const f = compileColumns(expression, options);
  const { points, divisor } = stencilOf(scheme, order);
  const steps = options.precision === 'f32' ? stepsInF32 : stepsInF64;
  const at = new Float64Array(mostPlaces);
  const distance = new Float64Array(mostPlaces);
  const moved = new Float64Array(mostPlaces);
  const here = new Float64Array(mostPlaces);
  const sums = new Float64Array(mostPlaces);

  function take({ x, h, stride }: SlopePlaces, from: number, count: number): void {
    for (let i = 0; i < count; i++) at[i] = x[from + i];
    if (stride === 0) distance.fill(h[0], 0, count);
    else for (let i = 0; i < count; i++) distance[i] = h[from + i];
    steps.round(at, distance, count);
    here.set(f(at, count));
    sums.fill(-0, 0, count);
    for (const point of points) {
      let found: Float64Array = here;
      if (point.steps !== 0) {
        steps.move(moved, at, distance, point.steps, count);
        found = f(moved, count);
      }
      steps.add(sums, found, point.weight, count);
    }
    steps.divide(sums, distance, divisor, order, count);
  }

  return (places, values, slopes) => {
    for (let from = places.first; from < places.last; from += mostPlaces) {
      const count = Math.min(mostPlaces, places.last - from);
      take(places, from, count);
      for (let i = 0; i < count; i++) {
        values[from + i] = here[i];
        slopes[from + i] = sums[i] - sums[i] === 0 ? sums[i] : Number.NaN;
      }
    }
  };
}

type Column = Float64Array;

/** What `finiteDifference` does with a number, done with columns; a sum begins at -0, which adds nothing. */
const stepsInF64 = {
  round: (_at: Column, _distance: Column, _count: number) => undefined,
  move(into: Column, at: Column, distance: Column, steps: number, count: number) {
    for (let i = 0; i < count; i++) into[i] = at[i] + steps * distance[i];
  },
  add(sums: Column, values: Column, weight: number, count: number) {
    for (let i = 0; i < count; i++) sums[i] += weight * values[i];
  },
  divide(sums: Column, distance: Column, divisor: number, order: Order, count: number) {
    for (let i = 0; i < count; i++) {
      const power = order === 1 ? distance[i] : distance[i] * distance[i];
      sums[i] /= divisor * power;
    }
  },
};

/** The same, rounded to f32 after each operation. */
const stepsInF32: typeof stepsInF64 = {
  round(at, distance, count) {
    for (let i = 0; i < count; i++) at[i] = Math.fround(at[i]);
    for (let i = 0; i < count; i++) distance[i] = Math.fround(distance[i]);
  },
  move(into, at, distance, steps, count) {
    for (let i = 0; i < count; i++) {
      into[i] = Math.fround(at[i] + Math.fround(steps * distance[i]));
    }
  },
  add(sums, values, weight, count) {
    for (let i = 0; i < count; i++)
      sums[i] = Math.fround(sums[i] + Math.fround(weight * values[i]));
  },
  divide(sums, distance, divisor, order, count) {
    for (let i = 0; i < count; i++) {
      const power = order === 1 ? distance[i] : Math.fround(distance[i] * distance[i]);
      sums[i] = Math.fround(sums[i] / Math.fround(divisor * power));
    }
  },
};
