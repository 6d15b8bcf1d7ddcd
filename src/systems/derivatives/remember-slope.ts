import type { DerivativesWorld } from './world.ts';

/** Remembers what was found at the point, so that its digits can be seen to settle. */
export function rememberSlope(world: DerivativesWorld): void {
  const { slopes, now, taken, step } = world;
  if (!slopes) return;
  const found = slopes.fetched();
  const at = slopes.count - 1;
  taken.length = step;
  taken[step] = { ...now, y: found.values[at], slope: found.slopes[at] };
}
