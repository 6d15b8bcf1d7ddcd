import type { MeanShiftWorld, ResolvedMeanShift } from './world.ts';

/**
 * The world is at rest when no point moved more than the tolerance in two steps running, or none at
 * all in one. One small step is no proof: a point between two modes can pause and go on. A stop
 * rule is needed because the points themselves move, and left alone all would end in one place
 * (Carreira-Perpiñán, 2006, “Fast nonparametric clustering with Gaussian blurring mean-shift”).
 * What came to rest under other values than those of now may go on.
 */
export function judgeConvergence(world: MeanShiftWorld): void {
  const { shifts, resolved } = world;
  const limit = world.tolerance * resolved.bandwidth;
  const last = shifts.at(-1);
  const before = shifts.at(-2)?.max ?? Number.POSITIVE_INFINITY;
  world.atRest =
    last !== undefined &&
    isSame(last.takenWith, resolved) &&
    (last.max === 0 || (last.max <= limit && before <= limit));
}

const isSame = (a: ResolvedMeanShift, b: ResolvedMeanShift) =>
  a.bandwidth === b.bandwidth && a.kernel === b.kernel && a.batch === b.batch;
