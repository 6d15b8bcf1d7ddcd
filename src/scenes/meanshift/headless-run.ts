import { query } from 'bitecs';
import type { Backend } from '../../gpu/backend.ts';
import { formatOf, formatTable } from '../../io/format-table.ts';
import { estimateBandwidth } from '../../maths/estimate-bandwidth.ts';
import type { WeightKernel } from '../../maths/weight-kernel.ts';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { defaultValues } from '../../world/parameters.ts';
import { tick } from '../../world/tick.ts';
import type { HeadlessRequest, HeadlessResult } from '../headless-scene.ts';
import { enterMeanShift } from './enter-mean-shift.ts';
import { chooseFrame, type Frame, identityFrame, toWorld } from './frame.ts';
import type { MeanShiftInput } from './headless-input.ts';
import { parameters } from './parameters.ts';
import { schedule } from './schedule.ts';

const defaultSteps = 5;

/** Makes the world, takes the steps, and reports in the units of the input. */
export async function runMeanShift(
  request: HeadlessRequest,
  input: MeanShiftInput,
  compute: Backend,
  progress: (sentence: string) => void,
): Promise<HeadlessResult> {
  const { given } = request;
  const standardize = given.standardize === true;
  const frame =
    input.isLesson && !standardize ? identityFrame : chooseFrame(input.x, input.y, standardize);
  const points = {
    x: toWorld(input.x, frame.origin.x, frame.scale.x),
    y: toWorld(input.y, frame.origin.y, frame.scale.y),
  };
  const settings = resolve(request, input, points);
  // A bandwidth is in input units, or in standard deviations of standardized columns.
  const worldUnit = standardize ? 1 : frame.scale.x;
  const world = await enterMeanShift(
    {
      values: { ...settings, bandwidth: settings.bandwidth / worldUnit },
      points,
      tolerance: settings.tolerance,
      mergeRadius: settings.mergeRadius,
    },
    compute,
  );
  const most = given.untilConverged ? settings.maxSteps : (request.steps ?? defaultSteps);
  while (world.step < most && !(given.untilConverged && world.atRest)) {
    await tick(world, schedule);
    progress(`step ${world.step} of ${given.untilConverged ? 'at most ' : ''}${most}`);
  }
  const result = report(request, input, world, frame, settings);
  world.scope.end();
  return result;
}

/** Every parameter with the value that it has in this run. */
function resolve(
  request: HeadlessRequest,
  input: MeanShiftInput,
  points: { x: Float64Array; y: Float64Array },
) {
  const { given, seed } = request;
  const { clusters, samples, spread, traces: _, ...common } = defaultValues(parameters);
  const ofLesson = { clusters, samples, spread };
  const kernel = (given.kernel ?? 'gaussian') as WeightKernel;
  const automatic = !input.isLesson && given.bandwidth === undefined;
  const count = input.x.length;
  const values = {
    ...common,
    ...(input.isLesson ? ofLesson : {}),
    tolerance: 1e-3,
    maxSteps: 300,
    mergeRadius: 0.5,
    process: 'blurring',
    method: 'exact',
    standardize: false,
    ...given,
    untilConverged: given.untilConverged === true,
    kernel,
    seed: seed ?? common.seed,
    batch: Math.min(Number(given.batch ?? count), count),
  };
  return {
    ...values,
    method: 'exact',
    bandwidth: automatic
      ? estimateBandwidth(points.x, points.y, kernel) * estimateUnit(request, input)
      : values.bandwidth,
  };
}

/** What a world unit of the estimate is in the units that bandwidths are given in. */
function estimateUnit({ given }: HeadlessRequest, { x, y }: MeanShiftInput): number {
  return given.standardize === true ? 1 : chooseFrame(x, y, false).scale.x;
}

function report(
  request: HeadlessRequest,
  input: MeanShiftInput,
  world: MeanShiftWorld,
  { origin, scale }: Frame,
  settings: Readonly<Record<string, unknown>> & { readonly seed: number },
): HeadlessResult {
  const { Position, Row, Membership } = world.components;
  const count = input.x.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const cluster = new Uint32Array(count);
  for (const point of query(world, [Position, Row, Membership])) {
    const row = Row.index[point];
    x[row] = Position.x[point] * scale.x + origin.x;
    y[row] = Position.y[point] * scale.y + origin.y;
    cluster[row] = Membership.cluster[point];
  }
  const sizes = world.clusterSizes;
  const limit = world.tolerance * world.values.bandwidth;
  const names = input.columns.map((name) => `shifted_${name}`);
  const rows = input.rows.map((row, i) => [...row, x[i], y[i], cluster[i]]);
  return {
    seed: settings.seed,
    steps: world.step,
    params: settings,
    report: {
      n: count,
      dims: 2,
      columns: input.columns,
      // The last step alone: a run of a given number of steps may end before a second small one.
      converged: (world.shifts.at(-1)?.max ?? Number.POSITIVE_INFINITY) <= limit,
      clusters: sizes.length,
      sizes,
      modes: meansByCluster(x, y, cluster, sizes.length),
      // Standardized axes have units of their own; a shift across them is in standard deviations.
      meanShift: world.shifts.map(({ mean }) => mean * shiftUnit(settings, scale)),
      maxShift: world.shifts.map(({ max }) => max * shiftUnit(settings, scale)),
    },
    output: formatTable(
      [...input.header, ...names, 'cluster'],
      rows,
      formatOf(request.output ?? ''),
    ),
  };
}

const shiftUnit = (settings: Readonly<Record<string, unknown>>, scale: Frame['scale']) =>
  settings.standardize === true ? 1 : scale.x;

/** Summed as differences from a cluster's first point, so that far from zero no digit is lost. */
function meansByCluster(
  x: Float64Array,
  y: Float64Array,
  cluster: Uint32Array,
  clusters: number,
): number[][] {
  const first = Array.from({ length: clusters }, (_, c) => cluster.indexOf(c));
  const sums = Array.from({ length: clusters }, () => ({ x: 0, y: 0, size: 0 }));
  for (let row = 0; row < x.length; row++) {
    const sum = sums[cluster[row]];
    sum.x += x[row] - x[first[cluster[row]]];
    sum.y += y[row] - y[first[cluster[row]]];
    sum.size += 1;
  }
  return sums.map((sum, c) => [x[first[c]] + sum.x / sum.size, y[first[c]] + sum.y / sum.size]);
}
