import type { DerivativesWorld } from './world.ts';

/** Moves the point to where the results that have come back were taken. */
export function movePoint(world: DerivativesWorld): void {
  const { before, now, parameters, precision } = world.coming;
  Object.assign(world.before, before);
  Object.assign(world.now, now);
  world.parameters = parameters;
  world.precision = precision;
}
