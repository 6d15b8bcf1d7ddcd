import { rollersOf } from './entities-of.ts';
import type { DerivativesWorld } from './world.ts';

/** Of the window where it is narrower than 1, else in units of x: what moves less stands still. */
const stillness = 1e-6;

/** Remembers what the points rolled under, and whether they all stood still: put back, none has moved. */
export function rememberRoll(world: DerivativesWorld): void {
  if (!world.descent) return;
  const { h, rate } = world.resolved;
  const isStill = [...rollersOf(world)].every((roller) => standsStill(world, roller));
  world.lastRoll = { h, rate, letters: world.parameters, isStill };
}

/** Whether a point that rolls has not moved in the last step, or is nowhere any more. */
function standsStill({ components, isField, window }: DerivativesWorld, roller: number): boolean {
  const { Position, PreviousPosition } = components;
  const least = stillness * Math.min(1, window.to - window.from);
  const dx = Position.x[roller] - PreviousPosition.x[roller];
  const dy = isField ? Position.y[roller] - PreviousPosition.y[roller] : 0;
  return !(Math.abs(dx) > least || Math.abs(dy) > least);
}
