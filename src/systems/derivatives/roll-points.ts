import type { DerivativesWorld } from './world.ts';

/** Moves every point downhill by its slope times the learning rate, all of them at once. */
export function rollPoints(world: DerivativesWorld): void {
  const { descent, expression, resolved } = world;
  if (!descent) return;
  const { parameters } = world.coming;
  const { scheme, h, rate } = resolved;
  world.work.push(descent.descend(expression, { scheme, spacing: h, rate, parameters }));
}
