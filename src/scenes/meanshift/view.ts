import { query } from 'bitecs';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { createCpuPointCloud } from '../../view/cpu-point-cloud.ts';
import { createGpuPointCloud } from '../../view/gpu-point-cloud.ts';
import type { PointCloud } from '../../view/point-cloud.ts';
import type { OpenSceneView } from '../../view/scene-view.ts';
import type { Stage } from '../../view/stage.ts';
import { currentTheme } from '../../view/theme.ts';
import { createCentroidMarks } from './centroid-marks.ts';

const radiusPixels = 3;

export const openView: OpenSceneView<MeanShiftWorld> = (world, stage) => {
  const { Position, Row, Source } = world.components;
  const { count } = world.meanShift;
  const points = query(world, [Position, Row]);
  const entityOfRow = new Uint32Array(count);
  for (const point of points) entityOfRow[Row.index[point]] = point;

  const cloud = createPointCloud(world, stage, entityOfRow);
  const centroids = createCentroidMarks(world);
  stage.root.addChild(cloud.container, centroids.container);

  let theme: ReturnType<typeof currentTheme> | null = null;
  function recolour(): void {
    if (theme === currentTheme()) return;
    theme = currentTheme();
    const { clusters } = theme;
    cloud.colour(
      Array.from(entityOfRow, (point) => clusters[Source.cluster[point] % clusters.length]),
    );
    centroids.draw(theme, stage.camera.scale);
  }

  return {
    bounds() {
      const xs = points.map((point) => Position.x[point]);
      const ys = points.map((point) => Position.y[point]);
      return {
        left: Math.min(...xs),
        right: Math.max(...xs),
        bottom: Math.min(...ys),
        top: Math.max(...ys),
      };
    },
    draw({ progress }) {
      recolour();
      cloud.draw(easeInOut(progress), radiusPixels / stage.camera.scale);
      centroids.resize(stage.camera.scale);
    },
    dispose() {
      cloud.dispose();
      centroids.dispose();
    },
  };
};

function createPointCloud(
  world: MeanShiftWorld,
  stage: Stage,
  entityOfRow: Uint32Array,
): PointCloud {
  const { Position, PreviousPosition } = world.components;
  const { positions, previous, count } = world.meanShift;
  if (positions.gpu && previous.gpu) {
    return createGpuPointCloud(stage.renderer, count, positions.gpu, previous.gpu);
  }
  return createCpuPointCloud(stage.renderer, count, {
    x: (row) => Position.x[entityOfRow[row]],
    y: (row) => Position.y[entityOfRow[row]],
    previousX: (row) => PreviousPosition.x[entityOfRow[row]],
    previousY: (row) => PreviousPosition.y[entityOfRow[row]],
  });
}

/** Slow, fast, slow: the eye follows a point better than at constant speed. */
const easeInOut = (t: number) => t * t * (3 - 2 * t);
