import type { DerivativesWorld } from './world.ts';

/** Moves every point downhill by its slope times the learning rate, all of them at once. */
export function rollPoints(world: DerivativesWorld): void {
  const { descent, expression, values, suited } = world;
  if (!descent) return;
  const { parameters } = world.coming;
  const { scheme } = values;
  const rate = values.rate ?? suited.rate;
  const spacing = values.h ?? suited.h;
  world.work.push(descent.descend(expression, { scheme, spacing, rate, parameters }));
}
