import { rollersOf } from './entities-of.ts';
import { travelSteps } from './place-point.ts';
import type { DerivativesWorld } from './world.ts';

/** Halved so often, 1 is below 1e-16: nothing of h is left beside x. */
export const shrinkSteps = 54;
/** No point has so far to go. */
const mostDescents = 400;
/** In units of x: what moves less stands still. */
const stillness = 1e-6;

/** The motion is over when h is spent, the window travelled, or every point stands still. */
export function judgeRest(world: DerivativesWorld): void {
  const { step, motion } = world;
  if (motion === 'shrink h') world.atRest = step >= shrinkSteps;
  else if (motion === 'travel') world.atRest = step >= travelSteps;
  else
    world.atRest =
      step >= mostDescents || (step > 0 && [...rollersOf(world)].every((it) => isStill(world, it)));
}

/** Whether a point that rolls has not moved in the last step, or is nowhere any more. */
export function isStill({ components, isField }: DerivativesWorld, roller: number): boolean {
  const { Position, PreviousPosition } = components;
  const dx = Position.x[roller] - PreviousPosition.x[roller];
  const dy = isField ? Position.y[roller] - PreviousPosition.y[roller] : 0;
  return !(Math.abs(dx) > stillness || Math.abs(dy) > stillness);
}
