import type { DerivativesWorld } from './world.ts';

/** How many steps it takes to travel the window. */
export const travelSteps = 60;

/** Where the point is and how far the next one, at a step. Each step of shrinking halves h. */
export function placeAt({ values, window }: DerivativesWorld, step: number) {
  if (values.motion === 'travel') {
    const part = Math.min(1, step / travelSteps);
    return { x: window.from + (window.to - window.from) * part, h: values.h };
  }
  if (values.motion === 'descend') return { x: values.at, h: values.h };
  return { x: values.at, h: values.h * 2 ** -step };
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
