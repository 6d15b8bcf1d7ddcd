import type { Scope } from '../../base/scope.ts';
import type { Backend, ComputeBuffer, Recording } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { checkBatches } from './check-batches.ts';
import { createExactMethod } from './exact-method.ts';
import type { MeanShiftStep } from './mean-shift-method.ts';

/** The buffers of mean shift over `count` points, and the recordings that work on them. */
export interface MeanShift {
  readonly count: number;
  /** All coordinates along the first axis, then along the next: where the points are, */
  readonly positions: ComputeBuffer;
  /** and where they were before the step. */
  readonly previous: ComputeBuffer;
  /** Where `fetch` brings the positions. */
  readonly fetched: Elements;
  /** Remembers the positions as previous. */
  readonly keepPrevious: Recording;
  /** Takes the positions back to the previous ones. */
  readonly restorePrevious: Recording;
  /** Brings the positions back to `fetched`. */
  readonly fetch: Recording;
  /**
   * Moves every point once. Good until it is asked for again; another bandwidth records nothing.
   *
   * @throws InputError for too many batches
   */
  shift(step: MeanShiftStep): Recording;
}

/** Coordinates along one axis, a point each. */
export type Axis = Float32Array | Float64Array;

export interface Points {
  readonly x: Axis;
  readonly y: Axis;
}

/**
 * @param axes where the points begin, 1 to 16 arrays of the same length n >= 1
 * @throws Error if a kernel does not compile
 */
export async function createMeanShift(
  compute: Backend,
  scope: Scope,
  axes: readonly Axis[],
): Promise<MeanShift> {
  const dimensions = axes.length;
  const count = axes[0].length;
  const own = compute.within(scope);
  const positions = own.createBuffer('positions', 'real', dimensions * count);
  const previous = own.createBuffer('previous positions', 'real', dimensions * count);
  const fetched = compute.createElements('real', dimensions * count);
  axes.forEach((values, axis) => {
    fetched.set(values, axis * count);
  });
  compute.upload(positions, fetched);
  compute.upload(previous, fetched);
  const data = { count, dimensions, positions, extent: Math.max(...axes.map(reach)) };
  const method = await createExactMethod(compute, scope, data);
  return {
    count,
    positions,
    previous,
    fetched,
    keepPrevious: own.record([{ kind: 'copy', from: positions, to: previous }]),
    restorePrevious: own.record([{ kind: 'copy', from: previous, to: positions }]),
    fetch: own.record([{ kind: 'read', from: positions, into: fetched }]),
    shift(step) {
      checkBatches(count, step.batch);
      return method.shift(step);
    },
  };
}

/**
 * The largest coordinate, or difference of two. A mean lies within the hull of its points, so no step
 * can widen it.
 */
function reach(values: Axis): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return Math.max(most - least, most, -least);
}
