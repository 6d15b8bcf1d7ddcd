import { orderOf, type DerivativesWorld } from './world.ts';

/** Asks for the slope at every sample of the curve and at the point, all at once. */
export function takeSlopes(world: DerivativesWorld): void {
  const { slopes, expression, parameters, values, now } = world;
  if (!slopes) return;
  const { scheme } = values;
  slopes.setPoint(now.x);
  slopes.setSpacing(now.h);
  world.work.push(slopes.take(expression, { scheme, order: orderOf(world), parameters }), slopes.fetch);
}
