import type { World } from './world.ts';

/** Hands a world the values that hold from now on; nothing else writes them. */
export function giveValues<V extends object>(world: World<V>, values: V): void {
  const holder: { values: V } = world;
  holder.values = values;
}
