import type { Schedule, World } from './world.ts';

/**
 * Takes one step of the virtual clock. All of its work goes to the backend at once; when the
 * promise resolves the components hold the step's result.
 *
 * A world ended meanwhile is left as it is.
 */
export async function tick<W extends World>(world: W, schedule: Schedule<W>): Promise<void> {
  for (const system of schedule.compute) system(world);
  await settle(world, world.step + 1, schedule.settle);
}

/** Takes the last tick again with the values of now, as if it had never been taken. */
export async function retakeTick<W extends World>(world: W, schedule: Schedule<W>): Promise<void> {
  for (const system of [...schedule.undo, ...schedule.compute]) system(world);
  await settle(world, world.step, schedule.settle);
}

async function settle<W extends World>(
  world: W,
  step: number,
  systems: Schedule<W>['settle'],
): Promise<void> {
  const work = world.work.splice(0);
  await world.compute.run(...work);
  if (world.scope.ended) return;
  world.step = step;
  for (const system of systems) system(world);
}
