import type { MatmulWorld } from './world.ts';

/** The product is done when the method has gone through all of it. */
export function judgeCompletion(world: MatmulWorld): void {
  world.atRest = world.step >= world.walk.steps;
}
