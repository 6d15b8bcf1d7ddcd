import type { World } from './world.ts';

/** Hands a world the values that hold from now on, and what they mean; nothing else writes them. */
export function giveValues<V extends object, R extends object>(
  world: World<V, R>,
  values: V,
): void {
  if (values === world.values) return;
  const holder: { values: V; resolved: R } = world;
  holder.resolved = world.resolve(values, world);
  holder.values = values;
}
