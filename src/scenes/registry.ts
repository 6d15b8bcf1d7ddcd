import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import type { PageTitle } from './page-title.ts';
import type { AnyScene } from './scene.ts';

/** A scene with its folder's name, and its title for people. */
export interface Scene extends AnyScene {
  readonly name: string;
  readonly title: string;
}

/** Every folder here with a `scene.ts` is a scene; it is loaded when it is asked for. */
const modules = import.meta.glob<{ scene: AnyScene }>('./*/scene.ts');

/** Small enough to be there before its scene is loaded. */
const titles = import.meta.glob<{ title: string; chapter: number }>('./*/title.ts', {
  eager: true,
});
const titleOf = (name: string) => titles[`./${name}/title.ts`];

export const sceneTitle = (name: string): string => titleOf(name)?.title ?? name;

/** What a scene's lesson has, so that it can be listed where another scene is open. */
const contents = import.meta.glob<{ contents: readonly PageTitle[] }>('./*/contents.ts', {
  eager: true,
});

/** The pages of a scene's lesson; none in a scene that does not list them. */
export const sceneContents = (name: string): readonly PageTitle[] =>
  contents[`./${name}/contents.ts`]?.contents ?? [];

/** In the order of the lesson. */
export const sceneNames: readonly string[] = Object.keys(modules)
  .map((path) => path.split('/')[1])
  .sort((a, b) => (titleOf(a)?.chapter ?? 0) - (titleOf(b)?.chapter ?? 0));

/** @throws InputError that lists the scenes if there is none of that name */
export async function loadScene(name: string): Promise<Scene> {
  const load = modules[`./${name}/scene.ts`];
  if (!load) {
    throw new InputError(
      `there is no scene ${quoted(name)}; the scenes are ${sceneNames.join(', ')}`,
    );
  }
  return { name, title: sceneTitle(name), ...(await load()).scene };
}
