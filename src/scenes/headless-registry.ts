import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import type { Backend } from '../gpu/backend.ts';
import type { Description } from '../world/description.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import { runWorld, type WorldRunOptions } from '../world/run-world.ts';
import type { World } from '../world/world.ts';
import type { HeadlessSide } from './headless-side.ts';
import { loadScene } from './registry.ts';
import type { AnyScene, SceneDefinition } from './scene.ts';

type AnyValues = ParameterValues<ParameterTable>;

/** What the headless run needs of a scene, whatever its types. */
export interface RunnableScene {
  readonly parameters: ParameterTable;
  enter(values: AnyValues, compute: Backend): Promise<World<AnyValues>>;
  /** Takes the steps of a world of this scene. */
  run(world: World, options: WorldRunOptions): Promise<void>;
}

/** A scene and its headless side. */
export interface HeadlessScene {
  readonly scene: RunnableScene;
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
    return { scene: runnable(scene), side: headless as HeadlessSide };
  }
  throw new InputError(
    `there is no scene ${quoted(name)}; the scenes are ${headlessSceneNames.join(', ')}`,
  );
}

/** Erases a scene's types; the worlds that it is given are those that it entered. */
export const runnable = (scene: AnyScene): RunnableScene =>
  scene.visit(
    <T extends ParameterTable, W extends World<ParameterValues<T>>>({
      parameters,
      enter,
      schedule,
    }: Pick<SceneDefinition<T, W, Description>, 'parameters' | 'enter' | 'schedule'>) => ({
      parameters,
      enter: (values: AnyValues, compute: Backend) => enter(values as ParameterValues<T>, compute),
      run: (world: World, options: WorldRunOptions) => runWorld(world as W, schedule, options),
    }),
  );
