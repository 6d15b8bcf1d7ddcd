import { compileSlopeAt } from './compile-slope-at.ts';
import type { DerivativesWorld } from './world.ts';

/** Remembers what was found at the point, so that its digits can be seen to settle. */
export function rememberSlope(world: DerivativesWorld): void {
  if (!world.slopes) return;
  const { now, taken, step } = world;
  taken.length = Math.min(taken.length, step);
  taken[step] = { ...now, ...compileSlopeAt(world)(now.x, now.h) };
}
