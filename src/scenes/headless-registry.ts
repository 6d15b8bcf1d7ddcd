import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import type { HeadlessScene } from './headless-scene.ts';

const modules = import.meta.glob<{ headless: HeadlessScene }>('./*/headless/headless.ts');

export const headlessSceneNames: readonly string[] = Object.keys(modules).map(
  (path) => path.split('/')[1],
);

/** @throws InputError that lists the scenes if there is none of that name */
export async function loadHeadlessScene(name: string): Promise<HeadlessScene> {
  const load = modules[`./${name}/headless/headless.ts`];
  if (load) return (await load()).headless;
  throw new InputError(
    `there is no scene ${quoted(name)}; the scenes are ${headlessSceneNames.join(', ')}`,
  );
}
