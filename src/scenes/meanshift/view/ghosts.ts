import type { Container } from 'pixi.js';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import { createCpuPointCloud } from '../../../view/cpu-point-cloud.ts';
import { createGpuPointCloud } from '../../../view/gpu-point-cloud.ts';
import type { Stage } from '../../../view/stage.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';

const opacity = 0.22;

export interface Ghosts {
  readonly container: Container;
  colour(colours: ArrayLike<number>): void;
  /** @param arrived how far they are there, from 0 to 1 */
  draw(isShown: boolean, radius: number, arrived: number): void;
  dispose(): void;
}

/** Where the points were when the world was entered, faint and still. */
export function createGhosts(world: MeanShiftWorld, stage: Stage, places: MeanShiftPlaces): Ghosts {
  const { count } = places;
  const { compute } = world;
  const x = Float64Array.from({ length: count }, (_, row) => places.x(row));
  const y = Float64Array.from({ length: count }, (_, row) => places.y(row));
  const buffer = compute.gpu ? compute.createBuffer('ghosts', 'real', 2 * count) : null;
  if (buffer) {
    const start = compute.createElements('real', 2 * count);
    start.set(x);
    start.set(y, count);
    compute.upload(buffer, start);
  }
  const still = {
    x: (row: number) => x[row],
    y: (row: number) => y[row],
    previousX: (row: number) => x[row],
    previousY: (row: number) => y[row],
  };
  const cloud = buffer?.gpu
    ? createGpuPointCloud(stage.renderer, count, buffer.gpu, buffer.gpu)
    : createCpuPointCloud(stage.renderer, count, still);
  return {
    container: cloud.container,
    colour: cloud.colour,
    draw(isShown, radius, arrived) {
      cloud.container.visible = isShown;
      cloud.container.alpha = opacity * arrived;
      if (isShown) cloud.draw(1, radius);
    },
    dispose() {
      cloud.dispose();
      buffer?.destroy();
    },
  };
}
