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

/** @throws InputError that lists the scenes if there is none of that name */
export const loadHeadlessScene = async (name: string): Promise<HeadlessScene> =>
  headlessOf(await loadScene(name));

/** Erases a scene's types; the worlds that it is given are those that it entered. */
export const headlessOf = (scene: AnyScene): Promise<HeadlessScene> =>
  scene.visit(
    async <T extends ParameterTable, W extends World<ParameterValues<T>>, D extends Description>({
      parameters,
      enter,
      schedule,
      headless,
    }: SceneDefinition<T, W, D>) => {
      const side: unknown = (await headless()).headless;
      return {
        scene: {
          parameters,
          enter: (values: AnyValues, compute: Backend) =>
            enter(values as ParameterValues<T>, compute),
          run: (world: World, options: WorldRunOptions) => runWorld(world as W, schedule, options),
        },
        side: side as HeadlessSide,
      };
    },
  );
