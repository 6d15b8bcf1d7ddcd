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

/** A constant: headless, an import is looked up wherever it is used, which takes twice as long here. */
const half = powerOfHalf;

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
  const sumPairsOf = dimensions > 2 ? sumPairsOfMany : sumPairsOfTwo;
  const { x } = sweep.sorted;
  const distance = Math.sqrt((isGaussian ? leastPower : 1) / steepness);
  for (let i = first, end = first; i < last; i++) {
    // The first that is too far away.
    while (end < count && x[end] - x[i] < distance) end += 1;
    sumPairsOf(i, end, sweep.sorted, { isGaussian, steepness });
  }
  if (last < count) return;
  begun.delete(sums);
  const { order, weightSums, pullsX, pullsY, otherPulls } = sweep.sorted;
  scatter(weightSums, order, sums, 0);
  [pullsX, pullsY, ...otherPulls].slice(0, dimensions).forEach((pulls, i) => {
    scatter(pulls, order, sums, (sweep.axes[i] + 1) * count);
  });
}

interface Weights {
  readonly isGaussian: boolean;
  readonly steepness: number;
}

/** Weighs a point against those after it, to before the end, for both sides: of two axes, or of one. */
function sumPairsOfTwo(
  i: number,
  end: number,
  { x, y, weightSums, pullsX, pullsY }: Sorted,
  { isGaussian, steepness }: Weights,
): void {
  const furthest = isGaussian ? leastPower : 1;
  const xi = x[i];
  const yi = y[i];
  // Its own weight.
  let weightSum = 1;
  let pullX = 0;
  let pullY = 0;
  for (let j = i + 1; j < end; j++) {
    const dx = x[j] - xi;
    const dy = y[j] - yi;
    const steep = (dx * dx + dy * dy) * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? half(steep) : 1 - Math.sqrt(steep);
    const towardsX = w * dx;
    const towardsY = w * dy;
    weightSum += w;
    weightSums[j] += w;
    pullX += towardsX;
    pullsX[j] -= towardsX;
    pullY += towardsY;
    pullsY[j] -= towardsY;
  }
  weightSums[i] += weightSum;
  pullsX[i] += pullX;
  pullsY[i] += pullY;
}

/** The same of any number of axes. */
function sumPairsOfMany(
  i: number,
  end: number,
  { x, y, others, weightSums, pullsX, pullsY, otherPulls }: Sorted,
  { isGaussian, steepness }: Weights,
): void {
  const axes = [x, y, ...others];
  const pulls = [pullsX, pullsY, ...otherPulls];
  const furthest = isGaussian ? leastPower : 1;
  let weightSum = 1;
  for (let j = i + 1; j < end; j++) {
    let squared = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const difference = axes[axis][j] - axes[axis][i];
      squared += difference * difference;
    }
    const steep = squared * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? half(steep) : 1 - Math.sqrt(steep);
    weightSum += w;
    weightSums[j] += w;
    for (let axis = 0; axis < axes.length; axis++) {
      const towards = w * (axes[axis][j] - axes[axis][i]);
      pulls[axis][i] += towards;
      pulls[axis][j] -= towards;
    }
  }
  weightSums[i] += weightSum;
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
