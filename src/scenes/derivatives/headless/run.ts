import { inSlices, type SliceOptions } from '../../../base/in-slices.ts';
import { createScope } from '../../../base/scope.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { createSlopes } from '../../../gpu/derivatives/slopes.ts';
import { formatOf } from '../../../io/format-table.ts';
import { rowBlocks } from '../../../io/row-blocks.ts';
import { tablePieces } from '../../../io/table-pieces.ts';
import { compileChain } from '../../../maths/expression/compile-chain.ts';
import { compileSlope } from '../../../maths/expression/compile-slope.ts';
import { derivative } from '../../../maths/expression/derivative.ts';
import { compileExpression } from '../../../maths/expression/evaluate.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import type { HeadlessRequest, HeadlessResult } from '../../headless-scene.ts';
import type { Settings } from './settings.ts';

/** Where slopes are taken, and over which distance: one of the two varies. */
interface Places {
  readonly x: Float64Array;
  readonly h: Float64Array;
}

interface Slopes {
  readonly values: ArrayLike<number>;
  readonly slopes: ArrayLike<number>;
}

export async function runDerivatives(
  request: HeadlessRequest,
  settings: Settings,
  compute: Backend,
  progress: (sentence: string) => void,
): Promise<HeadlessResult> {
  const { expression, f, letters, scheme, precision, order, rows } = settings;
  const isSweep = rows.kind === 'sweep';
  const told = (what: string): SliceOptions => ({
    onProgress: (fraction) => progress(`${what}, ${Math.floor(100 * fraction)} %`),
  });
  const places = await placesOf(settings);
  const found =
    precision === 'f32' && compute.kind === 'webgpu'
      ? await differentiateOnGpu(compute, settings, places)
      : await differentiateHere(settings, places, told('slopes'));
  const formula = derivative(expression, order);
  const exact = await exactAt(settings, formula, places.x, told('the exact derivative'));
  const error = await valuesOf(exact.length, (i) => Math.abs(found.slopes[i] - exact[i]));
  const worst = indexOfLargest(error);
  const along = isSweep ? places.h : places.x;
  const undefinedRows = error.reduce((sum, it) => sum + (Number.isNaN(it) ? 1 : 0), 0);
  const { kind: _, ...span } = rows;
  return {
    seed: request.seed ?? 42,
    steps: 0,
    params: { f, ...span, scheme, precision, order, hSweep: isSweep, ...letters },
    report: {
      f,
      derivative: printExpression(formula),
      maxAbsError: worst < 0 ? null : error[worst],
      worstAt: worst < 0 ? null : along[worst],
      undefined: undefinedRows,
      ...(isSweep ? bestOf(places.h, error) : {}),
    },
    notices: noticesOf(settings, places, found),
    output:
      request.output === null ? '' : table(request.output, isSweep, places, found, exact, error),
  };
}

/** So many values, in slices. */
async function valuesOf(
  count: number,
  valueAt: (i: number) => number,
  options?: SliceOptions,
): Promise<Float64Array> {
  const values = new Float64Array(count);
  await inSlices(
    count,
    (first, end) => {
      for (let i = first; i < end; i++) values[i] = valueAt(i);
    },
    options,
  );
  return values;
}

async function placesOf({ rows, precision }: Settings): Promise<Places> {
  const round = precision === 'f32' ? Math.fround : (value: number) => value;
  if (rows.kind === 'sweep') {
    // The powers of ten themselves, where they are whole ones.
    const h = Float64Array.from({ length: 33 }, (_, i) => Number(`1e${-i / 2}`) || 10 ** (-i / 2));
    return { x: new Float64Array(h.length).fill(round(rows.at)), h };
  }
  const { from, to, samples } = rows;
  const x = await valuesOf(samples, (i) =>
    round(i === samples - 1 ? to : from + ((to - from) * i) / (samples - 1)),
  );
  return { x, h: new Float64Array(samples).fill(rows.h) };
}

async function differentiateHere(
  settings: Settings,
  { x, h }: Places,
  options: SliceOptions,
): Promise<Slopes> {
  const { expression, letters: parameters, precision, scheme, order } = settings;
  const f = compileExpression(expression, { parameters, precision });
  const slope = compileSlope(expression, { parameters, precision, scheme, order });
  return {
    values: await valuesOf(x.length, (i) => f(x[i])),
    slopes: await valuesOf(x.length, (i) => slope(x[i], h[i]), options),
  };
}

/** The exact derivative in f64, where the function and all lower derivatives have a value. */
async function exactAt(
  settings: Settings,
  formula: Expression,
  x: Float64Array,
  options: SliceOptions,
): Promise<Float64Array> {
  const { expression, letters: parameters, order } = settings;
  const lower = order === 2 ? [derivative(expression)] : [];
  const evaluate = compileChain([expression, ...lower, formula], { parameters });
  return valuesOf(x.length, (i) => evaluate(x[i]), options);
}

/** Of the rows that have a value; -1 if none has. */
function indexOfLargest(values: Float64Array): number {
  let largest = -1;
  values.forEach((value, i) => {
    if (!Number.isNaN(value) && (largest < 0 || value > values[largest])) largest = i;
  });
  return largest;
}

/** The h with the smallest error: smaller is not always better. */
function bestOf(h: Float64Array, error: Float64Array) {
  const best = indexOfLargest(error.map((it) => -it));
  return { minAbsError: best < 0 ? null : error[best], bestAt: best < 0 ? null : h[best] };
}

function noticesOf({ f, rows }: Settings, { x }: Places, { values }: Slopes): string[] {
  const some = x.some((_, i) => !Number.isNaN(values[i]));
  if (some) return [];
  return rows.kind === 'sweep'
    ? [`${f} has no value at ${rows.at}; choose another --at`]
    : [`${f} has no value between ${rows.from} and ${rows.to}; choose another --from and --to`];
}

function table(
  name: string,
  isSweep: boolean,
  { x, h }: Places,
  { values, slopes }: Slopes,
  exact: Float64Array,
  error: Float64Array,
): AsyncGenerator<string> {
  const format = formatOf(name);
  return isSweep
    ? tablePieces(
        ['h', 'derivative', 'exact', 'error'],
        rowBlocks(h.length, (i) => [h[i], slopes[i], exact[i], error[i]]),
        format,
      )
    : tablePieces(
        ['x', 'f', 'derivative', 'exact', 'error'],
        rowBlocks(x.length, (i) => [x[i], values[i], slopes[i], exact[i], error[i]]),
        format,
      );
}

/** All rows in one dispatch, in f32. */
async function differentiateOnGpu(
  compute: Backend,
  { expression, scheme, order, letters: parameters }: Settings,
  { x, h }: Places,
): Promise<Slopes> {
  const scope = createScope();
  const slopes = createSlopes(compute, scope, x);
  const request = { scheme, order, parameters };
  slopes.setSpacing(h);
  await slopes.prepare(expression, request);
  await compute.run([slopes.take(expression, request), slopes.fetch]);
  scope.end();
  return slopes.fetched();
}
