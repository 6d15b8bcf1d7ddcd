import type { DerivativesWorld } from './world.ts';

/** Moves every point downhill by its slope times the learning rate, all of them at once. */
export function rollPoints(world: DerivativesWorld): void {
  const { descent, expression, parameters, values } = world;
  if (!descent || values.motion !== 'descend') return;
  const { scheme, rate, h } = values;
  world.work.push(
    descent.descend(expression, { scheme, spacing: h, rate, parameters }),
    descent.fetch,
  );
}
