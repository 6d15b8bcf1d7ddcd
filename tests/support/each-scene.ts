import { it } from 'vitest';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import type { SceneVisitor } from '../../src/scenes/scene.ts';

/** A test for each scene that the registry finds; its parts are typed by the scene. */
export function itEachScene(title: string, test: SceneVisitor<Promise<void>>): void {
  for (const name of sceneNames) {
    it(`${title} (${name})`, async () => (await loadScene(name)).visit(test));
  }
}
