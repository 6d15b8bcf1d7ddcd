import type { History } from './history.ts';
import type { Task, Walk } from './player-state.ts';
import { refreshWorld, retakeTick, tick } from './tick.ts';
import { walk } from './walk.ts';
import type { Memory, Schedule, World } from './world.ts';

export interface TaskOptions<V extends object> {
  /** The values that the task is carried out with. */
  readonly values: V;
  readonly signal: AbortSignal;
  /** Told of the part of a step that is done, from 0 to 1. */
  onProgress(fraction: number): void;
  /** Told of each step of a walk: the components hold it. */
  onStep(step: number): void;
}

/**
 * Carries out one task of a player.
 *
 * @returns whether it was done to its end
 */
export async function performTask<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  history: History<W['values']>,
  task: Task,
  options: TaskOptions<W['values']>,
): Promise<boolean> {
  const { values, signal, onProgress } = options;
  switch (task.kind) {
    case 'tick':
      await tick(world, schedule, values, { signal, onProgress });
      break;
    case 'retake':
      await retakeTick(world, schedule, values, { signal, onProgress });
      break;
    case 'refresh':
      await refreshWorld(world, schedule, values, { signal });
      return true;
    case 'walk':
      return takeWalk(world, schedule, history, task, options);
  }
  if (!world.scope.ended) history.remember();
  return true;
}

async function takeWalk<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  history: History<W['values']>,
  { target, valueChanges }: Walk,
  { values, signal, onStep }: TaskOptions<W['values']>,
): Promise<boolean> {
  const isThere = valueChanges
    ? await walk(world, schedule, history, { target, valueChanges, values, onStep, signal })
    : await history.goTo(target, onStep, signal);
  // What was remembered was taken with the values of then.
  if (!world.scope.ended) await refreshWorld(world, schedule, values);
  return isThere;
}
