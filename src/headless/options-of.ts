import type { Option } from '../scenes/headless-options.ts';
import type { HeadlessScene } from '../scenes/headless-registry.ts';
import { commonOptions, isCommon } from './common-options.ts';
import type { Task } from './task.ts';
import { tasksOf } from './task.ts';

/** What makes steps, and stops them. */
const stepping: readonly string[] = ['steps', 'untilConverged', 'maxSteps'];
const ofEveryCall: readonly string[] = ['backend', 'output', 'help'];

/**
 * Every option that is understood in a call of a scene, by its name in the tables; those that the
 * scene has no use for are among them, to be refused with a reason.
 */
export function optionsOf(scene: HeadlessScene): Readonly<Record<string, Option>> {
  const tasks = tasksOf(scene);
  const own = Object.entries({ ...scene.scene.parameters, ...scene.side.options });
  const taken = own.filter(([name]) => tasks.some((task) => takes(scene, task, name)));
  return { ...commonOptions, ...Object.fromEntries(taken), ...commonOptions };
}

/** Whether an option has a part in what a call asks for. */
export function takes({ scene, side }: HeadlessScene, task: Task, name: string): boolean {
  if (ofEveryCall.includes(name) || name === task.askedBy) return true;
  if (name === 'input') return side.takes?.includes('input') ?? false;
  if (stepping.includes(name)) return task.study === null;
  if (task.study) return task.study.takes.includes(name);
  if (side.options && Object.hasOwn(side.options, name)) return !(name in (side.studies ?? {}));
  // What changes only the picture is no option of a run without one.
  return Object.hasOwn(scene.parameters, name) && scene.parameters[name].effect !== 'view';
}

/** Those that the help shows. */
export function usefulOptions(scene: HeadlessScene): Readonly<Record<string, Option>> {
  const tasks = tasksOf(scene);
  const useful = Object.entries(optionsOf(scene)).filter(
    ([name]) => !isCommon(name) || tasks.some((task) => takes(scene, task, name)),
  );
  return Object.fromEntries(useful);
}
