import { lettersOf } from './letters-of.ts';
import type { DerivativesWorld } from './world.ts';

/** How many steps it takes to travel the window. */
export const travelSteps = 60;

/** Where the point is and how far the next one, at a step. Each step of shrinking halves h. */
export function placeAt(
  { resolved: { at, h }, window, motion }: Pick<DerivativesWorld, 'resolved' | 'window' | 'motion'>,
  step: number,
) {
  if (motion === 'travel') {
    const part = Math.min(1, step / travelSteps);
    return { x: window.from + (window.to - window.from) * part, h };
  }
  return { x: at, h: motion === 'shrink h' ? h * 2 ** -step : h };
}

/**
 * Says where the step that is being taken leads. The point itself moves once the step's results are
 * there: until then everything shown is of the step before.
 */
export function placePoint(world: DerivativesWorld): void {
  world.coming = {
    before: placeAt(world, world.step),
    now: placeAt(world, world.step + 1),
    parameters: lettersOf(world),
    precision: world.resolved.precision,
  };
}

/** Says that the point stays at the step that was taken last, with the values of now. */
export function placePointAgain(world: DerivativesWorld): void {
  const there = placeAt(world, world.step);
  const { precision } = world.resolved;
  world.coming = { before: there, now: there, parameters: lettersOf(world), precision };
}
