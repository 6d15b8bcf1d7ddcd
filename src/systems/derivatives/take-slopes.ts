import { type DerivativesWorld, orderOf } from './world.ts';

/** Asks for the value and the slope at every sample of the curve and at the point, all at once. */
export function takeSlopes(world: DerivativesWorld): void {
  const { slopes, expression, resolved } = world;
  if (!slopes) return;
  const { now, parameters } = world.coming;
  slopes.setSpacing(now.h);
  const request = { scheme: resolved.scheme, order: orderOf(world), parameters };
  world.work.push(slopes.take(expression, request));
}
