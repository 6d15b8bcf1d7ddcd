import { tick } from '../../src/world/tick.ts';
import type { Memory, Schedule, World } from '../../src/world/world.ts';

/** Steps a world until it is at rest; one that never is fails the test instead of hanging it. */
export async function untilRest<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  most = 1000,
): Promise<void> {
  for (let taken = 0; !world.atRest; taken++) {
    if (taken === most) throw new Error(`the world is not at rest after ${most} steps`);
    await tick(world, schedule, world.values);
  }
}
