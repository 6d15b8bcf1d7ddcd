import { runInSlices } from '../../../base/run-in-slices.ts';
import { inScope } from '../../../base/scope.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { estimateBandwidth } from '../../../maths/estimate-bandwidth.ts';
import { pointShift } from '../../../systems/meanshift/point-shift.ts';
import type { MeanShiftWorld, Shift } from '../../../systems/meanshift/world.ts';
import type { World } from '../../../world/world.ts';
import type { EnteredRun } from '../../headless-side.ts';
import type { MeanShiftValues } from '../parameters.ts';
import { enterMeanShift } from '../sim/enter-mean-shift.ts';
import type { MeanShiftCall } from './call.ts';
import { chooseFrame, identityFrame, toWorld } from './frame.ts';
import type { MeanShiftInput } from './input.ts';
import { findPoints, meansByCluster, shiftedTable } from './report.ts';

/** Enters the world of the input's points, and reports in the units of the input. */
export async function beginRun(
  call: MeanShiftCall,
  input: MeanShiftInput,
  { compute, signal }: { readonly compute: Backend; readonly signal: AbortSignal },
): Promise<EnteredRun<MeanShiftWorld & World<MeanShiftValues>>> {
  const { standardize, tolerance, mergeRadius } = call.options;
  const frame =
    input.isLesson && !standardize ? identityFrame : chooseFrame(input.x, input.y, standardize);
  const { origin, scale } = frame;
  const points = {
    x: toWorld(input.x, origin.x, scale.x),
    y: toWorld(input.y, origin.y, scale.y),
  };
  // A bandwidth is in input units, or in standard deviations of standardized columns.
  const worldUnit = standardize ? 1 : scale.x;
  const bandwidth = await bandwidthOf(call, input, { ...points, worldUnit, signal });
  const start = { x: held(compute, points.x), y: held(compute, points.y) };
  const values = { ...call.values, bandwidth: bandwidth / worldUnit };
  const world = await inScope((scope) =>
    enterMeanShift({ values, points: start, tolerance, mergeRadius }, compute, scope),
  );
  const shifts: Shift[] = [];
  return {
    world,
    // Not the world's own: with `--standardize` its units are different ones along each axis.
    onStep: () => shifts.push(pointShift(world, frame.scale)),
    report() {
      const found = findPoints(world, input, start, frame);
      const sizes = world.clusterSizes;
      return {
        params: paramsOf(call, input, bandwidth),
        keys: {
          n: input.x.length,
          dims: 2,
          columns: input.columns,
          converged: call.untilConverged ? world.atRest : hasSettled(world),
          clusters: sizes.length,
          sizes,
          modes: meansByCluster(found, sizes.length),
          meanShift: shifts.map(({ mean }) => mean),
          maxShift: shifts.map(({ max }) => max),
        },
        notices: input.notices,
        output: (format) => shiftedTable(input, found, format),
      };
    },
  };
}

/** The coordinates as the backend holds them, so that a point that stands still has not moved. */
function held(compute: Backend, values: Float64Array): Float32Array | Float64Array {
  const elements = compute.createElements('real', values.length) as Float32Array | Float64Array;
  elements.set(values);
  return elements;
}

/** The last step alone: a run of a given number of steps may end before a second small one. */
function hasSettled({ shifts, tolerance, values }: MeanShiftWorld): boolean {
  return (shifts.at(-1)?.max ?? Number.POSITIVE_INFINITY) <= tolerance * values.bandwidth;
}

/** In input units: what was given, what is known of the lesson's data, or an estimate. */
async function bandwidthOf(
  { values, options, given }: MeanShiftCall,
  input: MeanShiftInput,
  {
    x,
    y,
    worldUnit,
    signal,
  }: { x: Float64Array; y: Float64Array; worldUnit: number; signal: AbortSignal },
): Promise<number> {
  // The lesson's own bandwidth is in the lesson's own units.
  const isKnown = given.has('bandwidth') || (input.isLesson && !options.standardize);
  if (isKnown) return values.bandwidth;
  const estimate = await runInSlices(estimateBandwidth(x, y, values.kernel), signal);
  // An estimate has no more digits than these.
  return Number((estimate * worldUnit).toPrecision(3));
}

/** Every parameter with the value that it has in this run. */
function paramsOf(
  { values, options: { columns, ...options } }: MeanShiftCall,
  input: MeanShiftInput,
  bandwidth: number,
) {
  const { clusters, samples, spread, traces: _, ...common } = values;
  const count = input.x.length;
  return {
    ...common,
    ...(input.isLesson ? { clusters, samples, spread } : {}),
    ...options,
    ...(columns === null ? {} : { columns }),
    method: 'exact',
    bandwidth,
    batch: Math.min(values.batch ?? count, count),
  };
}
