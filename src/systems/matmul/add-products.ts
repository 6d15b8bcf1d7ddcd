import { partOf } from './part-of.ts';
import type { MatmulWorld } from './world.ts';

/** Adds the products of the step that was taken to C. */
export function addProducts(world: MatmulWorld): void {
  world.engine.add(partOf(world, world.walk.at(world.step - 1)));
}
