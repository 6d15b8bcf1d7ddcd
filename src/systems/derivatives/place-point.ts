import type { DerivativesWorld } from './world.ts';

/** How many steps it takes to travel the window. */
export const travelSteps = 60;

/** Where the point is and how far the next one, at a step. Each step of shrinking halves h. */
export function placeAt({ values, window, motion, suited }: DerivativesWorld, step: number) {
  const x = values.at ?? suited.at;
  const h = values.h ?? suited.h;
  if (motion === 'travel') {
    const part = Math.min(1, step / travelSteps);
    return { x: window.from + (window.to - window.from) * part, h };
  }
  return { x, h: motion === 'shrink h' ? h * 2 ** -step : h };
}

/** Moves the point to the step that is being taken. */
export function placePoint(world: DerivativesWorld): void {
  Object.assign(world.before, placeAt(world, world.step));
  Object.assign(world.now, placeAt(world, world.step + 1));
}

/** Puts the point where it is at the step that was taken last, with the values of now. */
export function placePointAgain(world: DerivativesWorld): void {
  Object.assign(world.before, placeAt(world, world.step));
  Object.assign(world.now, placeAt(world, world.step));
}
