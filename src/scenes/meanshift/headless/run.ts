import { runInSlices } from '../../../base/run-in-slices.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { formatOf } from '../../../io/format-table.ts';
import { estimateBandwidth } from '../../../maths/estimate-bandwidth.ts';
import type { WeightKernel } from '../../../maths/weight-kernel.ts';
import type { MeanShiftWorld, Shift } from '../../../systems/meanshift/world.ts';
import { defaultValues } from '../../../world/parameters.ts';
import { tick } from '../../../world/tick.ts';
import type { HeadlessRequest, HeadlessResult } from '../../headless-scene.ts';
import { parameters } from '../parameters.ts';
import { enterMeanShift } from '../sim/enter-mean-shift.ts';
import { schedule } from '../sim/schedule.ts';
import { chooseFrame, identityFrame, toWorld } from './frame.ts';
import type { MeanShiftInput } from './input.ts';
import { findPoints, meansByCluster, shiftedTable, shiftInInputUnits } from './report.ts';

const defaultSteps = 5;

/** Makes the world, takes the steps, and reports in the units of the input. */
export async function runMeanShift(
  request: HeadlessRequest,
  input: MeanShiftInput,
  compute: Backend,
  progress: (sentence: string) => void,
): Promise<HeadlessResult> {
  const standardize = request.given.standardize === true;
  const frame =
    input.isLesson && !standardize ? identityFrame : chooseFrame(input.x, input.y, standardize);
  const { origin, scale } = frame;
  const points = {
    x: toWorld(input.x, origin.x, scale.x),
    y: toWorld(input.y, origin.y, scale.y),
  };
  // A bandwidth is in input units, or in standard deviations of standardized columns.
  const worldUnit = standardize ? 1 : scale.x;
  const settings = await resolve(request, input, points, worldUnit);
  const start = { x: held(compute, points.x), y: held(compute, points.y) };
  const world = await enterMeanShift(
    {
      values: { ...settings, bandwidth: settings.bandwidth / worldUnit },
      points: start,
      tolerance: settings.tolerance,
      mergeRadius: settings.mergeRadius,
    },
    compute,
  );
  const { untilConverged } = settings;
  const most = untilConverged ? settings.maxSteps : (request.steps ?? defaultSteps);
  const shifts: Shift[] = [];
  while (world.step < most && !(untilConverged && world.atRest)) {
    const step = `step ${world.step + 1} of ${untilConverged ? 'at most ' : ''}${most}`;
    await tick(world, schedule, world.values, {
      onProgress: (fraction) => progress(`${step}, ${Math.floor(100 * fraction)} %`),
    });
    shifts.push(shiftInInputUnits(world, frame));
  }
  const found = findPoints(world, input, start, frame);
  const sizes = world.clusterSizes;
  const result = {
    seed: settings.seed,
    steps: world.step,
    params: settings,
    report: {
      n: input.x.length,
      dims: 2,
      columns: input.columns,
      converged: untilConverged ? world.atRest : hasSettled(world),
      clusters: sizes.length,
      sizes,
      modes: meansByCluster(found, sizes.length),
      meanShift: shifts.map(({ mean }) => mean),
      maxShift: shifts.map(({ max }) => max),
    },
    notices: input.notices,
    output: request.output === null ? '' : shiftedTable(input, found, formatOf(request.output)),
  };
  world.scope.end();
  return result;
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

/**
 * Every parameter with the value that it has in this run.
 *
 * @param points in world units
 * @param worldUnit what a world unit is in the units that bandwidths are given in
 */
async function resolve(
  { given, seed }: HeadlessRequest,
  input: MeanShiftInput,
  points: { x: Float64Array; y: Float64Array },
  worldUnit: number,
) {
  const { clusters, samples, spread, traces: _, ...common } = defaultValues(parameters);
  const ofLesson = { clusters, samples, spread };
  const kernel = (given.kernel ?? 'gaussian') as WeightKernel;
  const count = input.x.length;
  const values = {
    ...common,
    ...(input.isLesson ? ofLesson : {}),
    tolerance: 1e-3,
    maxSteps: 300,
    mergeRadius: 0.5,
    process: 'blurring',
    standardize: false,
    ...given,
    method: 'exact',
    untilConverged: given.untilConverged === true,
    kernel,
    seed: seed ?? common.seed,
    batch: Math.min(Number(given.batch ?? count), count),
  };
  // The lesson's own bandwidth is in the lesson's own units.
  const isKnown = given.bandwidth !== undefined || (input.isLesson && !values.standardize);
  if (isKnown) return values;
  const estimate = await runInSlices(estimateBandwidth(points.x, points.y, kernel));
  // An estimate has no more digits than these.
  return { ...values, bandwidth: Number((estimate * worldUnit).toPrecision(3)) };
}
