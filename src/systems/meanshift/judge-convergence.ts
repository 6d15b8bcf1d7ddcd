import type { MeanShiftWorld } from './world.ts';

/**
 * The world is at rest when no point moved more than the tolerance in two steps running, or none at
 * all in one. One small step is no proof: a point between two modes can pause and go on. A stop
 * rule is needed because the points themselves move, and left alone all would end in one place
 * (Carreira-Perpiñán, 2006, “Fast nonparametric clustering with Gaussian blurring mean-shift”).
 */
export function judgeConvergence(world: MeanShiftWorld): void {
  const limit = world.tolerance * world.resolved.bandwidth;
  const { shifts } = world;
  const last = shifts.at(-1)?.max ?? Number.POSITIVE_INFINITY;
  const before = shifts.at(-2)?.max ?? Number.POSITIVE_INFINITY;
  world.atRest = last === 0 || (last <= limit && before <= limit);
}
