import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { createCpuPointCloud } from '../../view/cpu-point-cloud.ts';
import { createGpuPointCloud } from '../../view/gpu-point-cloud.ts';
import type { PointCloud } from '../../view/point-cloud.ts';
import type { OpenSceneView } from '../../view/scene-view.ts';
import type { Stage } from '../../view/stage.ts';
import { currentTheme, type Theme } from '../../view/theme.ts';
import { bandwidthHandle } from './bandwidth-handle.ts';
import { caption, describePoint } from './captions.ts';
import { createCentroidMarks } from './centroid-marks.ts';
import { createFocusPicture } from './focus-picture.ts';
import { createGhosts } from './ghosts.ts';
import { createPointPlaces, nearestRow, type PointPlaces } from './point-places.ts';
import { createTrails } from './trails.ts';

const radiusPixels = 3;

export const openView: OpenSceneView<MeanShiftWorld> = (world, stage, requests) => {
  const places = createPointPlaces(world);
  const ghosts = createGhosts(world, stage, places);
  const trails = createTrails(world, places);
  const focus = createFocusPicture(world, places);
  const cloud = createPointCloud(world, stage, places);
  const centroids = createCentroidMarks(world);
  stage.root.addChild(
    ghosts.container,
    trails.graphics,
    focus.below,
    cloud.container,
    centroids.container,
    focus.above,
  );
  const bounds = boundsOf(places);
  const handle = bandwidthHandle(world, places, requests);

  let theme: Theme | null = null;
  function recolour(): void {
    if (theme === currentTheme()) return;
    theme = currentTheme();
    const { clusters } = theme;
    const colours = Array.from(
      { length: places.count },
      (_, row) => clusters[places.source(row) % clusters.length],
    );
    cloud.colour(colours);
    ghosts.colour(colours);
    centroids.draw(theme, stage.camera.scale);
  }

  return {
    bounds: () => bounds,
    draw(shown) {
      recolour();
      const { scale } = stage.camera;
      const { traces } = world.values as { traces?: string };
      const progress = easeInOut(shown.progress);
      cloud.draw(progress, radiusPixels / scale);
      ghosts.draw(traces === 'ghosts' || traces === 'both', radiusPixels / scale);
      trails.draw(shown.progress, traces === 'trails' || traces === 'both', currentTheme(), scale);
      focus.draw({ ...shown, progress }, currentTheme(), scale);
      centroids.resize(scale);
    },
    pick: (x, y, reach) => nearestRow(places, x, y, reach),
    place: (row) => ({ x: places.x(row), y: places.y(row) }),
    handles: (shown) => (shown.picked === null ? [] : [handle(shown.picked)]),
    caption: (shown) => caption(world, shown),
    describe: (row) => describePoint(world, places, row),
    dispose() {
      for (const part of [ghosts, trails, focus, cloud, centroids]) part.dispose();
    },
  };
};

function createPointCloud(world: MeanShiftWorld, stage: Stage, places: PointPlaces): PointCloud {
  const { positions, previous, count } = world.meanShift;
  return positions.gpu && previous.gpu
    ? createGpuPointCloud(stage.renderer, count, positions.gpu, previous.gpu)
    : createCpuPointCloud(stage.renderer, count, places);
}

function boundsOf(places: PointPlaces) {
  const bounds = {
    left: places.x(0),
    right: places.x(0),
    bottom: places.y(0),
    top: places.y(0),
  };
  for (let row = 1; row < places.count; row++) {
    bounds.left = Math.min(bounds.left, places.x(row));
    bounds.right = Math.max(bounds.right, places.x(row));
    bounds.bottom = Math.min(bounds.bottom, places.y(row));
    bounds.top = Math.max(bounds.top, places.y(row));
  }
  return bounds;
}

/** Slow, fast, slow: the eye follows a point better than at constant speed. */
const easeInOut = (t: number) => t * t * (3 - 2 * t);
