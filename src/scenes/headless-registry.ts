import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import type { HeadlessSide } from './headless-side.ts';
import { loadScene } from './registry.ts';
import type { Scene } from './scene.ts';

/** A scene and its headless side, each as the other needs it. */
export interface HeadlessScene {
  readonly scene: Scene;
  readonly side: HeadlessSide;
}

const modules = import.meta.glob<{ headless: unknown }>('./*/headless/headless.ts');

export const headlessSceneNames: readonly string[] = Object.keys(modules).map(
  (path) => path.split('/')[1],
);

/** @throws InputError that lists the scenes if there is none of that name */
export async function loadHeadlessScene(name: string): Promise<HeadlessScene> {
  const load = modules[`./${name}/headless/headless.ts`];
  if (load) {
    const [scene, { headless }] = await Promise.all([loadScene(name), load()]);
    return { scene, side: headless as HeadlessSide };
  }
  throw new InputError(
    `there is no scene ${quoted(name)}; the scenes are ${headlessSceneNames.join(', ')}`,
  );
}
