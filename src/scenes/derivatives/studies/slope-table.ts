import { inSlices, type SliceOptions } from '../../../base/in-slices.ts';
import { inScope } from '../../../base/scope.ts';
import { valuesInSlices } from '../../../base/values-in-slices.ts';
import type { Backend, RunOptions } from '../../../gpu/backend.ts';
import { createSlopes } from '../../../gpu/derivatives/slopes.ts';
import { compileChain } from '../../../maths/expression/compile-chain.ts';
import { compileSlope } from '../../../maths/expression/compile-slope.ts';
import { derivative } from '../../../maths/expression/derivative.ts';
import {
  compileExpression,
  type ParameterValues,
  type Precision,
} from '../../../maths/expression/evaluate.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { compileSlopeColumns } from '../../../maths/expression/slope-columns.ts';
import type { Order, Scheme } from '../../../maths/finite-difference.ts';

/** What is differentiated, and how. */
export interface SlopesOf {
  readonly expression: Expression;
  readonly parameters: ParameterValues;
  readonly scheme: Scheme;
  readonly order: Order;
  readonly precision: Precision;
}

/** Where slopes are taken, and over which distance: n >= 1 of each. */
export interface Places {
  readonly x: Float64Array;
  readonly h: Float64Array;
}

/** One row a place; NaN where the function, or its slope, has no value. */
export interface SlopeTable extends Places {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  /** The exact derivative, in f64. */
  readonly exact: Float64Array;
  readonly error: Float64Array;
}

interface TableOptions {
  readonly signal?: AbortSignal;
  /** @param fraction of what is spoken of, from 0 to 1 */
  onProgress?(what: string, fraction: number): void;
}

/**
 * A study of a function's slopes at many places, or over many distances, against the exact ones. It
 * runs on the backend where that computes in the precision that is asked for: WebGPU in f32, the CPU
 * in f64.
 */
export async function tabulateSlopes(
  compute: Backend,
  of: SlopesOf,
  places: Places,
  { signal, onProgress }: TableOptions = {},
): Promise<SlopeTable> {
  const watched = (what: string): RunOptions => ({
    onProgress: (fraction) => onProgress?.(what, fraction),
    ...(signal ? { signal } : {}),
  });
  const own = compute.kind === 'webgpu' ? 'f32' : 'f64';
  const { values, slopes } = await (of.precision === own
    ? slopesOnBackend(compute, of, places, watched('slopes'))
    : slopesInSlices(of, places, watched('slopes')));
  const exact = await exactSlopes(of, places.x, watched('the exact derivative'));
  const error = await valuesInSlices(exact.length, (i) => Math.abs(slopes[i] - exact[i]), {
    signal,
  });
  return { ...places, values, slopes, exact, error };
}

type Found = Pick<SlopeTable, 'values' | 'slopes'>;

/** All rows in one dispatch. */
const slopesOnBackend = (
  compute: Backend,
  { expression, ...request }: SlopesOf,
  { x, h }: Places,
  options: RunOptions,
): Promise<Found> =>
  inScope(async (scope) => {
    const slopes = createSlopes(compute, scope, x);
    slopes.setSpacing(h);
    await slopes.prepare(expression, request);
    await compute.run([slopes.take(expression, request), slopes.fetch], options);
    scope.end();
    return slopes.fetched();
  });

/** In a precision that the backend has not. */
async function slopesInSlices(
  { expression, ...how }: SlopesOf,
  { x, h }: Places,
  options: SliceOptions,
): Promise<Found> {
  if (how.scheme !== 'dual') {
    const take = compileSlopeColumns(expression, { ...how, scheme: how.scheme });
    const values = new Float64Array(x.length);
    const slopes = new Float64Array(x.length);
    const act = (first: number, last: number) =>
      take({ x, h, stride: 1, first, last }, values, slopes);
    await inSlices(x.length, act, options);
    return { values, slopes };
  }
  const f = compileExpression(expression, how);
  const slope = compileSlope(expression, how);
  return {
    values: await valuesInSlices(x.length, (i) => f(x[i]), { signal: options.signal }),
    slopes: await valuesInSlices(x.length, (i) => slope(x[i], h[i]), options),
  };
}

/** In f64, where the function and all lower derivatives have a value. */
async function exactSlopes(
  { expression, parameters, order }: SlopesOf,
  x: Float64Array,
  options: SliceOptions,
): Promise<Float64Array> {
  const lower = order === 2 ? [derivative(expression)] : [];
  const chain = [expression, ...lower, derivative(expression, order)];
  const evaluate = compileChain(chain, { parameters });
  return valuesInSlices(x.length, (i) => evaluate(x[i]), options);
}
