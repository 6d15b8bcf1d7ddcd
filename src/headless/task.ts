import type { OptionTable } from '../scenes/headless-options.ts';
import type { HeadlessScene } from '../scenes/headless-registry.ts';
import type { Study } from '../scenes/headless-side.ts';
import type { ParameterTable } from '../world/parameters.ts';

/** What a call can ask for: a study, or a run of the scene's world. */
export interface Task {
  /** null: a run. */
  readonly study: Study<ParameterTable, OptionTable> | null;
  /** The option that asks for it; null for what is done when nothing else is asked for. */
  readonly askedBy: string | null;
}

/** All that a scene can be asked for; the first is what is done when nothing else is. */
export function tasksOf({ side }: HeadlessScene): readonly Task[] {
  const studies = Object.entries(side.studies ?? {}).flatMap(([askedBy, study]) =>
    study ? [{ study, askedBy }] : [],
  );
  return [{ study: 'study' in side ? side.study : null, askedBy: null }, ...studies];
}
