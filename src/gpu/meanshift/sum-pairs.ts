import { leastPower, powerOfHalf } from '../../maths/power-of-half.ts';
import { weightKernels } from '../../maths/weight-kernel.ts';
import type { CpuInvocations, Elements } from '../kernel.ts';
import { sortAlong } from './sort-along.ts';

/** All points in the order of the axis along which they lie furthest apart. */
interface Sorted {
  /** Their rows. */
  readonly order: Uint32Array;
  /** In units: the axis that they are sorted by, the next one, and those that remain. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly others: readonly Float64Array[];
  readonly weightSums: Float64Array;
  readonly pullsX: Float64Array;
  readonly pullsY: Float64Array;
  readonly otherPulls: readonly Float64Array[];
}

/** What a sweep keeps between the slices that it is run in, by its sums. */
const begun = new WeakMap<
  Elements,
  { readonly axes: readonly number[]; readonly sorted: Sorted }
>();

/**
 * Sums for all points at once: w_ij = w_ji, so each pair is weighed but once, and none that is too
 * far apart along the axis that the points are sorted by.
 */
export function sumPairs({ first, last, uniforms, constants, buffers }: CpuInvocations): void {
  const { positions, sums } = buffers;
  const { count, unit, steepness } = uniforms;
  const { dimensions } = constants;
  let sweep = first === 0 ? undefined : begun.get(sums);
  if (!sweep) {
    sweep = sortPoints(positions, { count, dimensions, unit });
    begun.set(sums, sweep);
  }
  const isGaussian = weightKernels[constants.weight_kernel] === 'gaussian';
  for (let i = first; i < last; i++) sumPairsOf(i, sweep.sorted, isGaussian, steepness);
  if (last < count) return;
  begun.delete(sums);
  const { order, weightSums, pullsX, pullsY, otherPulls } = sweep.sorted;
  scatter(weightSums, order, sums, 0);
  [pullsX, pullsY, ...otherPulls].slice(0, dimensions).forEach((pulls, i) => {
    scatter(pulls, order, sums, (sweep.axes[i] + 1) * count);
  });
}

/** Weighs a point against those that come after it, for both sides. */
function sumPairsOf(i: number, sorted: Sorted, isGaussian: boolean, steepness: number): void {
  const { x, y, others, weightSums, pullsX, pullsY, otherPulls } = sorted;
  const furthest = isGaussian ? leastPower : 1;
  const [xi, yi, count, otherAxes] = [x[i], y[i], x.length, others.length];
  // Its own weight.
  let weightSum = 1;
  let pullX = 0;
  let pullY = 0;
  for (let j = i + 1; j < count; j++) {
    const dx = x[j] - xi;
    let squared = dx * dx;
    if (squared * steepness >= furthest) break;
    const dy = y[j] - yi;
    squared += dy * dy;
    for (let axis = 0; axis < otherAxes; axis++)
      squared += (others[axis][j] - others[axis][i]) ** 2;
    const steep = squared * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? powerOfHalf(steep) : 1 - Math.sqrt(steep);
    weightSum += w;
    weightSums[j] += w;
    pullX += w * dx;
    pullsX[j] -= w * dx;
    pullY += w * dy;
    pullsY[j] -= w * dy;
    for (let axis = 0; axis < otherAxes; axis++) {
      const pull = w * (others[axis][j] - others[axis][i]);
      otherPulls[axis][i] += pull;
      otherPulls[axis][j] -= pull;
    }
  }
  weightSums[i] += weightSum;
  pullsX[i] += pullX;
  pullsY[i] += pullY;
}

interface PointsShape {
  readonly count: number;
  readonly dimensions: number;
  readonly unit: number;
}

function sortPoints(positions: Elements, { count, dimensions, unit }: PointsShape) {
  const along = (axis: number) => positions.subarray(axis * count, (axis + 1) * count);
  const extents = Array.from({ length: dimensions }, (_, axis) => extent(along(axis)));
  const axes = extents.map((_, axis) => axis).sort((a, b) => extents[b] - extents[a]);
  const order = sortAlong(along(axes[0]));
  const zeros = () => new Float64Array(count);
  const [x, y = zeros(), ...others] = axes.map((axis) => {
    const values = along(axis);
    return Float64Array.from(order, (row) => values[row] * unit);
  });
  const [weightSums, pullsX, pullsY] = [zeros(), zeros(), zeros()];
  const otherPulls = others.map(zeros);
  const sorted: Sorted = { order, x, y, others, weightSums, pullsX, pullsY, otherPulls };
  return { axes, sorted };
}

function extent(values: Elements): number {
  let [least, most] = [values[0], values[0]];
  for (let i = 1; i < values.length; i++) {
    if (values[i] < least) least = values[i];
    else if (values[i] > most) most = values[i];
  }
  return most - least;
}

function scatter(values: Float64Array, order: Uint32Array, into: Elements, offset: number): void {
  for (let i = 0; i < values.length; i++) into[offset + order[i]] = values[i];
}
