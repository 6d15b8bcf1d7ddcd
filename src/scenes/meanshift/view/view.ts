import { Not, query } from 'bitecs';
import { formatNumber } from '../../../base/format-number.ts';
import { boundsOf } from '../../../points/bounds-of.ts';
import { createCentroidMarks } from '../../../points/centroid-marks.ts';
import { clusterColours } from '../../../points/cluster-colours.ts';
import { createPointCloud } from '../../../points/create-point-cloud.ts';
import { createMovingPoints } from '../../../points/moving-points.ts';
import { nearestRow } from '../../../points/nearest-row.ts';
import { shownPlace } from '../../../points/point-places.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import { currentTheme, type Theme } from '../../../view/theme.ts';
import type { MeanShiftValues } from '../parameters.ts';
import type { MeanShiftDescription } from '../sim/describe.ts';
import { phases } from '../sim/phases.ts';
import { createBandwidthHandle } from './bandwidth-handle.ts';
import { caption } from './captions.ts';
import { createDistanceLabels } from './distance-labels.ts';
import { createFocusPicture } from './focus-picture.ts';
import { createGhosts } from './ghosts.ts';
import { createMeanShiftPlaces } from './mean-shift-places.ts';
import { createTrails } from './trails.ts';

const radiusPixels = 3;
/** While a step's phases are shown, the points step back behind what is drawn of them. */
const dimmed = 0.35;
/** How much of the world a close-up shows to each side, in bandwidths: the whole halo. */
const closeUpBandwidths = 3.2;

export const openView: OpenSceneView<MeanShiftWorld, MeanShiftDescription> = (
  world,
  stage,
  requests,
) => {
  const places = createMeanShiftPlaces(world);
  const ghosts = createGhosts(world, stage, places);
  const trails = createTrails(world, places);
  const focus = createFocusPicture(world, places);
  const cloud = createPointCloud(stage, places, world.meanShift);
  const { Position, Source, Row } = world.components;
  const means = [...query(world, [Position, Source, Not(Row)])];
  const centroids = createCentroidMarks(means.length);
  const distances = createDistanceLabels(world, places);
  stage.root.addChild(
    ghosts.container,
    trails.container,
    focus.below,
    cloud.container,
    centroids.container,
    focus.above,
  );
  const bounds = boundsOf(places);
  /** As the points were drawn last. */
  let progress = 1;
  const moving = createMovingPoints(places, cloud, () => progress);
  const place = (row: number) => shownPlace(places, row, progress);
  const handle = createBandwidthHandle(world, {
    place,
    isVisible: (x, y) => stage.camera.isVisible(x, y),
    setBandwidth: (value) => requests.setValue('bandwidth', value),
  });

  let theme: Theme | null = null;
  function recolour(): void {
    if (theme === currentTheme()) return;
    theme = currentTheme();
    const colours = clusterColours(places, Source.cluster, theme);
    cloud.colour(colours);
    ghosts.colour(colours);
    centroids.draw(theme);
  }

  return {
    bounds: () => bounds,
    draw(shown) {
      recolour();
      const { scale, textScale } = stage.camera;
      const radius = (radiusPixels * textScale) / scale;
      const { traces } = world.values as MeanShiftWorld['values'] & Partial<MeanShiftValues>;
      progress = easeInOut(shown.progress);
      const isPhase = shown.phase !== null && shown.picked !== null && progress === 1;
      cloud.container.alpha = isPhase ? dimmed : 1;
      cloud.draw(progress, radius, moving.arrived);
      // They belong to where the points are to be.
      for (const part of [trails.container, focus.below, focus.above]) {
        part.alpha = moving.arrived;
      }
      ghosts.draw(traces === 'ghosts' || traces === 'both', radius, moving.arrived);
      trails.draw(progress, traces === 'trails' || traces === 'both', currentTheme());
      focus.draw(shown, progress, distances.rows(shown), currentTheme(), scale);
      centroids.place(scale, (i) => ({ x: Position.x[means[i]], y: Position.y[means[i]] }));
    },
    moving,
    pick: (x, y, reach) => nearestRow(places, x, y, reach, progress),
    place,
    handles: ({ looked }) => (looked === null ? [] : [handle(looked)]),
    labels: distances.labels,
    readout(_, row) {
      if (row === null || row >= places.count) return null;
      const { x, y } = place(row);
      const value = `(${formatNumber(x, 6)}, ${formatNumber(y, 6)})`;
      return { rows: [{ label: `point ${(row + 1).toLocaleString('en')}`, value }], x, y };
    },
    caption,
    closeUp({ looked, phase }) {
      if (looked === null || (phase !== null && phases[phase].name === 'distances')) return null;
      const { x, y } = place(looked);
      const reach = closeUpBandwidths * world.resolved.bandwidth;
      return { left: x - reach, right: x + reach, bottom: y - reach, top: y + reach };
    },
    dispose() {
      for (const part of [ghosts, trails, focus, cloud, centroids]) part.dispose();
    },
  };
};

/** Slow, fast, slow: the eye follows a point better than at constant speed. */
const easeInOut = (t: number) => t * t * (3 - 2 * t);
