import type { OpenSceneView } from '../view/scene-view.ts';

/** Every `view.ts` beside a `scene.ts`, by the scene's name; loaded when the scene is opened. */
const modules = import.meta.glob<{ openView: OpenSceneView<never> }>('./*/view.ts');

export async function loadSceneView(name: string): Promise<OpenSceneView<never>> {
  const load = modules[`./${name}/view.ts`];
  if (!load) throw new Error(`the scene “${name}” has no view`);
  return (await load()).openView;
}
