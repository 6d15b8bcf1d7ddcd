import type { World } from '../world/world.ts';
import type { Bounds } from './camera.ts';
import type { Stage } from './stage.ts';

/** A scene on the stage: it reads components and changes none. */
export interface SceneView {
  /** What the camera shows when it fits, in world units. */
  bounds(): Bounds;
  /** Draws the world `progress` of the way from the step before to the last one. */
  draw(progress: number): void;
  dispose(): void;
}

export type OpenSceneView<W extends World = World> = (world: W, stage: Stage) => SceneView;
