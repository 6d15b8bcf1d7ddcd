import type { ComputeBuffer } from '../gpu/backend.ts';
import { createCpuPointCloud } from '../view/cpu-point-cloud.ts';
import { createGpuPointCloud } from '../view/gpu-point-cloud.ts';
import type { PointCloud } from '../view/point-cloud.ts';
import type { Stage } from '../view/stage.ts';
import type { PointPlaces } from './point-places.ts';

/** All x of the points, then all y, as kernels have them. */
export interface PointBuffers {
  readonly positions: ComputeBuffer;
  /** Where they were before the last step, if they move. */
  readonly previous?: ComputeBuffer;
}

/** Draws points from the kernels' own buffers where there is a GPU, and else from the components. */
export function createPointCloud(
  stage: Stage,
  places: PointPlaces,
  { positions, previous = positions }: PointBuffers,
): PointCloud {
  return positions.gpu && previous.gpu
    ? createGpuPointCloud(stage.renderer, places.count, positions.gpu, previous.gpu)
    : createCpuPointCloud(stage.renderer, places.count, places);
}
