import type { RunOptions } from '../gpu/backend.ts';
import { giveValues } from './give-values.ts';
import { judge } from './judge.ts';
import type { Memory, Schedule, World } from './world.ts';

/**
 * Takes one step of the virtual clock with these values. All of its work goes to the backend at once;
 * when the promise resolves the components hold the step's result.
 *
 * A world ended meanwhile is left as it is. If the tick fails, or the options' signal ends it, the
 * promise rejects with the reason and the world is as it was at the step before.
 */
export async function tick<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  giveValues(world, values);
  await compute(world, schedule, world.step, options);
}

/**
 * Takes the last tick again with other values, as if it had never been taken. Ended by its signal, it
 * leaves the world at the step before that tick.
 */
export async function retakeTick<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  giveValues(world, values);
  for (const mirror of world.mirrors) {
    mirror.revertComponents();
    world.work.push(...mirror.revert);
  }
  await compute(world, schedule, world.step - 1, options);
}

/** Works out anew what the values show, at the step that the world is at. */
export async function refreshWorld<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  values: W['values'],
  options: RunOptions = {},
): Promise<void> {
  if (!schedule.refresh) return;
  giveValues(world, values);
  const mirrors = world.mirrors.filter(({ refreshes }) => refreshes);
  for (const system of schedule.refresh.compute) system(world);
  for (const { fetch } of mirrors) world.work.push(...fetch);
  await world.compute.run(world.work.splice(0), options);
  if (world.scope.ended) return;
  for (const mirror of mirrors) mirror.writeBack();
  for (const system of schedule.refresh.settle) system(world);
  judge(world, schedule);
}

async function compute<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  before: number,
  options: RunOptions,
): Promise<void> {
  const { mirrors, work } = world;
  for (const { keep } of mirrors) work.push(...keep);
  for (const system of schedule.compute) system(world);
  for (const { fetch } of mirrors) work.push(...fetch);
  const asked = work.splice(0);
  try {
    await world.compute.run(asked, options);
    // Ended when its work was done already: it leaves no trace all the same.
    options.signal?.throwIfAborted();
  } catch (error) {
    if (!world.scope.ended) undoWork(world, schedule, before);
    throw error;
  }
  if (world.scope.ended) return;
  world.step = before + 1;
  for (const mirror of mirrors) mirror.writeBack();
  for (const system of schedule.settle) system(world);
  judge(world, schedule);
}

/** Some of the work is done: what the device holds goes back to what the components say. */
function undoWork<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  before: number,
): void {
  world.step = before;
  for (const mirror of world.mirrors) mirror.upload();
  const memory = schedule.remember?.(world);
  if (memory) schedule.recall?.(world, memory);
  for (const system of schedule.derive ?? []) system(world);
  judge(world, schedule);
}
