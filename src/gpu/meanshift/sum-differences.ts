import { leastPower, powerOfHalf } from '../../maths/power-of-half.ts';
import { weightKernels } from '../../maths/weight-kernel.ts';
import type { CpuInvocations } from '../kernel.ts';
import { sumPairs } from './sum-pairs.ts';

const blockPoints = 128;
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
  if (isWhole && grid[1] === 1 && constants.points_each === 1) sumPairs(invocations);
  else sumRows(invocations);
}

/** For each point the sums over all points of its slot. */
function sumRows({ first, last, grid, uniforms, constants, buffers }: CpuInvocations): void {
  const { points_each: each } = constants;
  const { first_block, end_block, slot_blocks: slotBlocks, size, count } = uniforms;
  for (let invocation = first; invocation < last; invocation++) {
    const slot = Math.floor(invocation / grid[0]);
    const begin = (invocation % grid[0]) * each;
    const from = Math.min((slot * slotBlocks + first_block) * blockPoints, count);
    const to = Math.min((slot * slotBlocks + end_block) * blockPoints, count);
    for (let i = begin; i < Math.min(begin + each, size); i++) {
      sumRow({ uniforms, constants, buffers }, uniforms.first + i, slot, { from, to });
    }
  }
}

/** Adds what the points [from, to) give to the sums of one point. */
function sumRow(
  { uniforms, constants, buffers }: Pick<CpuInvocations, 'uniforms' | 'constants' | 'buffers'>,
  i: number,
  slot: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { positions, sums } = buffers;
  const { count, unit, steepness, first_block } = uniforms;
  const { dimensions } = constants;
  const isGaussian = weightKernels[constants.weight_kernel] === 'gaussian';
  const furthest = isGaussian ? leastPower : 1;
  const at = slot * (dimensions + 1) * count + i;
  if (first_block === 0) for (let c = 0; c <= dimensions; c++) sums[at + c * count] = 0;
  const x = positions[i];
  // Of points on a line there is no second axis: its differences are 0.
  const second = dimensions > 1 ? count : 0;
  const y = positions[second + i];
  let weightSum = sums[at];
  let pullX = sums[at + count];
  let pullY = dimensions > 1 ? sums[at + 2 * count] : 0;
  for (let j = from; j < to; j++) {
    const dx = (positions[j] - x) * unit;
    const dy = second === 0 ? 0 : (positions[second + j] - y) * unit;
    let squared = dx * dx + dy * dy;
    for (let axis = 2; axis < dimensions; axis++) {
      squared += ((positions[axis * count + j] - positions[axis * count + i]) * unit) ** 2;
    }
    const steep = squared * steepness;
    if (steep >= furthest) continue;
    const w = isGaussian ? half(steep) : 1 - Math.sqrt(steep);
    weightSum += w;
    pullX += w * dx;
    pullY += w * dy;
    for (let axis = 2; axis < dimensions; axis++) {
      sums[at + (axis + 1) * count] +=
        w * (positions[axis * count + j] - positions[axis * count + i]) * unit;
    }
  }
  sums[at] = weightSum;
  sums[at + count] = pullX;
  if (dimensions > 1) sums[at + 2 * count] = pullY;
}
