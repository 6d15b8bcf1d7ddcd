import { lettersOf } from './letters-of.ts';
import { travelSteps } from './place-point.ts';
import type { DerivativesWorld } from './world.ts';

/** Halved so often, 1 is below 1e-16: nothing of h is left beside x. */
export const shrinkSteps = 54;
/** No point has so far to go. */
const mostDescents = 400;

/** The motion is over when h is spent, the window travelled, or every point stands still. */
export function judgeRest(world: DerivativesWorld): void {
  const { step, motion } = world;
  if (motion === 'shrink h') world.atRest = step >= shrinkSteps;
  else if (motion === 'travel') world.atRest = step >= travelSteps;
  else world.atRest = step >= mostDescents || isAllStill(world);
}

/** Whether no point moved in the last step, and none would move in the next: the values are the same. */
export function isAllStill(world: DerivativesWorld): boolean {
  const { lastRoll, resolved } = world;
  if (!lastRoll?.isStill) return false;
  const isSame = lastRoll.h === resolved.h && lastRoll.rate === resolved.rate;
  const letters = Object.entries(lettersOf(world));
  return isSame && letters.every(([name, value]) => lastRoll.letters[name] === value);
}
