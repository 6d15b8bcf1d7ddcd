import type { World } from './world.ts';

/**
 * Hands a world the values that hold from now on, and what they mean; nothing else writes them.
 *
 * @returns whether they are others than before
 */
export function giveValues<V extends object, R extends object>(
  world: World<V, R>,
  values: V,
): boolean {
  if (values === world.values) return false;
  const holder: { values: V; resolved: R } = world;
  holder.resolved = world.resolve(values, world);
  holder.values = values;
  return true;
}
