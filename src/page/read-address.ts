import { quoted } from '../base/quoted.ts';
import { loadScene, type Scene, sceneNames } from '../scenes/registry.ts';
import { decodeState, type PageState, sceneOf } from './page-state.ts';

const firstScene = 'meanshift';

export interface ReadAddress {
  readonly scene: Scene;
  readonly state: PageState;
  /** A sentence for each part that was not taken. */
  readonly complaints: readonly string[];
}

/**
 * The scene and the state that the address names; what it names wrongly is said.
 *
 * @param before what is complained of already
 */
export async function readAddress(before: readonly string[]): Promise<ReadAddress> {
  const asked = sceneOf(location.hash);
  const isKnown = asked === null || sceneNames.includes(asked);
  const scene = await loadScene(isKnown && asked ? asked : firstScene);
  const { state, refused } = decodeState(location.hash, scene.parameters);
  const unknown = isKnown
    ? []
    : [`there is no scene ${quoted(asked)}; the scenes are ${sceneNames.join(', ')}`];
  return { scene, state, complaints: [...before, ...unknown, ...refused] };
}
