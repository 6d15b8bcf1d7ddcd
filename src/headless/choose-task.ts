import { InputError } from '../base/input-error.ts';
import type { HeadlessScene } from '../scenes/headless-registry.ts';
import { flagName } from '../world/flag-name.ts';
import { isCommon } from './common-options.ts';
import { takes } from './options-of.ts';
import { type Task, tasksOf } from './task.ts';

/**
 * What a call asks for.
 *
 * @param given the names of the options that were given
 * @throws InputError for an option that has no part in it, or for two that exclude each other
 */
export function chooseTask(name: string, scene: HeadlessScene, given: ReadonlySet<string>): Task {
  const tasks = tasksOf(scene);
  const task = tasks.find(({ askedBy }) => askedBy !== null && given.has(askedBy)) ?? tasks[0];
  for (const option of given) {
    if (!takes(scene, task, option)) throw new InputError(refusal(name, scene, task, option));
  }
  if (given.has('steps') && given.has('untilConverged')) {
    throw new InputError('--steps and --until-converged exclude each other; give one of them');
  }
  if (given.has('maxSteps') && !given.has('untilConverged')) {
    throw new InputError(
      '--max-steps needs --until-converged; add it, or say how many with --steps',
    );
  }
  return task;
}

function refusal(name: string, scene: HeadlessScene, task: Task, option: string): string {
  const flag = `--${flagName(option)}`;
  const other = tasksOf(scene).find((it) => takes(scene, it, option));
  if (task.askedBy !== null && other) {
    return `${flag} and --${flagName(task.askedBy)} exclude each other; leave one of them out`;
  }
  if (other?.askedBy) {
    return `${flag} is for --${flagName(other.askedBy)}; add it, or leave ${flag} out`;
  }
  if (!isCommon(option)) return `${flag} is not for ${name}; leave it out`;
  const reason = { input: '', seed: ', which draws nothing at random' }[option as string];
  const { instead = {} } = scene.side;
  const advice = option === 'input' && instead.input ? instead.input : 'leave it out';
  return `${flag} is not for ${name}${reason ?? ', which takes no step here'}; ${advice}`;
}
