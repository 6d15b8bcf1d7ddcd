import type { Backend } from '../backend.ts';
import { chosenPointsEach, pointsEachFor } from './choose-points-each.ts';
import { exactKernels } from './exact.ts';

/** How long it takes to move every point once, by what was measured so far; null before that. */
export function estimateSweepMs(
  compute: Backend,
  { count, dimensions, batch }: { count: number; dimensions: number; batch: number },
): number | null {
  const fastest = chosenPointsEach(compute, dimensions, count);
  if (fastest === null) return null;
  const sums = exactKernels(dimensions).sums(pointsEachFor(dimensions, fastest, batch));
  // Each batch is summed, and then moved.
  return compute.estimateMs(sums, count * count, 2 * Math.ceil(count / batch));
}
