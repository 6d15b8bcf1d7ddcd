import type { RunOptions } from '../gpu/backend.ts';
import { giveValues } from './give-values.ts';
import type { Schedule, Snapshot, World } from './world.ts';

/**
 * Takes one step of the virtual clock with these values. All of its work goes to the backend at once; when the
 * promise resolves the components hold the step's result.
 *
 * A world ended meanwhile is left as it is. If the options' signal ends the tick, the promise
 * rejects with its reason and the world is as it was at the step before.
 */
export async function tick<W extends World, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  giveValues(world, values);
  for (const system of schedule.compute) system(world);
  await settle(world, schedule, world.step, options);
}

/**
 * Takes the last tick again with other values, as if it had never been taken. Ended by its
 * signal, it leaves the world at the step before that tick.
 */
export async function retakeTick<W extends World, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  giveValues(world, values);
  for (const system of [...schedule.undo, ...schedule.compute]) system(world);
  await settle(world, schedule, world.step - 1, options);
}

/** Works out anew what the values show, at the step that the world is at. */
export async function refreshWorld<W extends World, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  if (!schedule.refresh) return;
  giveValues(world, values);
  for (const system of schedule.refresh.compute) system(world);
  await world.compute.run(world.work.splice(0), options);
  if (world.scope.ended) return;
  for (const system of schedule.refresh.settle) system(world);
}

async function settle<W extends World, S extends Snapshot>(
  world: W,
  schedule: Schedule<W, S>,
  before: number,
  options: RunOptions,
): Promise<void> {
  const work = world.work.splice(0);
  try {
    await world.compute.run(work, options);
    // Ended when its work was done already: it leaves no trace all the same.
    options.signal?.throwIfAborted();
  } catch (error) {
    if (options.signal?.aborted && !world.scope.ended) {
      // Some of the work is done: what the device holds goes back to what the components say.
      world.step = before;
      schedule.restore(world, schedule.capture(world));
    }
    throw error;
  }
  if (world.scope.ended) return;
  world.step = before + 1;
  for (const system of schedule.settle) system(world);
}
