import { leastPower, powerOfHalf } from '../../maths/power-of-half.ts';
import { weightKernels } from '../../maths/weight-kernel.ts';
import type { CpuInvocations } from '../kernel.ts';
import { blockPoints } from './block-points.ts';
import { sumPairs } from './sum-pairs.ts';

/** A constant: headless, an import is looked up wherever it is used, which takes twice as long here. */
const half = powerOfHalf;

/**
 * Sums weights and weighted differences in f64. Where all points move at once, each pair is weighed
 * but once.
 */
export function sumDifferences(invocations: CpuInvocations): void {
  const { grid, uniforms, constants } = invocations;
  const { count, size, slot_blocks: blocks, first_block, end_block } = uniforms;
  const isWhole = size === count && grid[0] === count && first_block === 0 && end_block === blocks;
  const isOneSlot = grid[1] === 1 && uniforms.slots_each === 1;
  if (isWhole && isOneSlot && constants.points_each === 1) sumPairs(invocations);
  else sumRows(invocations);
}

type RowInvocations = Pick<CpuInvocations, 'uniforms' | 'constants' | 'buffers'>;

/** The points of a slot that are to be summed over. */
interface Span {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** For each point the sums over all points of its slot. */
function sumRows({ first, last, grid, uniforms, constants, buffers }: CpuInvocations): void {
  const { points_each: each, dimensions } = constants;
  const { first_block, end_block, slot_blocks: slotBlocks, slots_each: slotsEach } = uniforms;
  const { size, count } = uniforms;
  const sum = dimensions === 2 ? sumRow : sumRowOfMany;
  const row = { uniforms, constants, buffers };
  for (let invocation = first; invocation < last; invocation++) {
    const firstSlot = Math.floor(invocation / grid[0]) * slotsEach;
    const begin = (invocation % grid[0]) * each;
    for (let slot = firstSlot; slot < firstSlot + slotsEach; slot++) {
      const from = Math.min((slot * slotBlocks + first_block) * blockPoints, count);
      const to = Math.min((slot * slotBlocks + end_block) * blockPoints, count);
      for (let i = begin; i < Math.min(begin + each, size); i++) {
        sum(row, uniforms.first + i, { slot, from, to });
      }
    }
  }
}

/** Adds what the points [from, to) give to the sums of one point. */
function sumRow(
  { uniforms, constants, buffers }: RowInvocations,
  i: number,
  { slot, from, to }: Span,
): void {
  const { positions, sums } = buffers;
  const { count, unit, steepness, first_block } = uniforms;
  const isGaussian = weightKernels[constants.weight_kernel] === 'gaussian';
  const furthest = isGaussian ? leastPower : 1;
  const at = slot * 3 * count + i;
  const [x, y] = [positions[i], positions[count + i]];
  let weightSum = first_block > 0 ? sums[at] : 0;
  let pullX = first_block > 0 ? sums[at + count] : 0;
  let pullY = first_block > 0 ? sums[at + 2 * count] : 0;
  for (let j = from; j < to; j++) {
    const dx = (positions[j] - x) * unit;
    const dy = (positions[count + j] - y) * unit;
    const steep = (dx * dx + dy * dy) * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? half(steep) : 1 - Math.sqrt(steep);
    weightSum += w;
    pullX += w * dx;
    pullY += w * dy;
  }
  sums[at] = weightSum;
  sums[at + count] = pullX;
  sums[at + 2 * count] = pullY;
}

/** The same along any number of axes. */
function sumRowOfMany(
  { uniforms, constants, buffers }: RowInvocations,
  i: number,
  { slot, from, to }: Span,
): void {
  const { positions, sums } = buffers;
  const { count, unit, steepness, first_block } = uniforms;
  const { dimensions } = constants;
  const isGaussian = weightKernels[constants.weight_kernel] === 'gaussian';
  const furthest = isGaussian ? leastPower : 1;
  const at = slot * (dimensions + 1) * count + i;
  const before = (component: number) => (first_block > 0 ? sums[at + component * count] : 0);
  const differences = new Float64Array(dimensions);
  const pulls = Float64Array.from(differences, (_, axis) => before(axis + 1));
  let weightSum = before(0);
  for (let j = from; j < to; j++) {
    let squared = 0;
    for (let axis = 0; axis < dimensions; axis++) {
      const difference = (positions[axis * count + j] - positions[axis * count + i]) * unit;
      differences[axis] = difference;
      squared += difference * difference;
    }
    const steep = squared * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? half(steep) : 1 - Math.sqrt(steep);
    weightSum += w;
    for (let axis = 0; axis < dimensions; axis++) pulls[axis] += w * differences[axis];
  }
  sums[at] = weightSum;
  for (let axis = 0; axis < dimensions; axis++) sums[at + (axis + 1) * count] = pulls[axis];
}
