import { partOf } from './part-of.ts';
import type { MatmulWorld } from './world.ts';

/** Asks the backend for the products of the step, where a kernel computes them. */
export function multiplyPart(world: MatmulWorld): void {
  const work = world.engine.record(partOf(world, world.walk.at(world.step)));
  if (work) world.work.push(...work);
}
