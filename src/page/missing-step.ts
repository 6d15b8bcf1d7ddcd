import type { World } from '../world/world.ts';

/** Why a world is not at a step that it was to go to, or null if it is there, or was kept from it. */
export function missingStep(step: number, world: Pick<World, 'step' | 'atRest'>): string | null {
  if (world.step >= step || !world.atRest) return null;
  return `there is no step ${step}: it has come to rest at step ${world.step}`;
}
