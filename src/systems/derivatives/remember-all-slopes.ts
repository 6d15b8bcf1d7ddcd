import { compileSlopeAt } from './compile-slope-at.ts';
import { placeAt } from './place-point.ts';
import type { DerivativesWorld } from './world.ts';

/** Takes the slopes of all steps so far anew: with other values each of them finds something else. */
export function rememberAllSlopes(world: DerivativesWorld): void {
  if (!world.slopes) return;
  const { now, taken, step } = world;
  const slopeAt = compileSlopeAt(world);
  taken.length = 0;
  for (let at = 0; at <= step; at++) {
    const place = at === step ? now : placeAt(world, at);
    taken.push({ ...place, ...slopeAt(place.x, place.h) });
  }
}
