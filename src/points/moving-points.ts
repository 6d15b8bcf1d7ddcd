import type { PointCloud } from '../view/point-cloud.ts';
import type { MovingPoints } from '../view/scene-view.ts';
import { type PointPlaces, shownX, shownY } from './point-places.ts';

export interface ComingPoints extends MovingPoints {
  /** How far the points have come; 1 where they come from nowhere. */
  readonly arrived: number;
}

/**
 * A cloud whose points can come from where others stood.
 *
 * @param progress as the points are shown, from the step before (0) to the last one (1)
 */
export function createMovingPoints(
  places: PointPlaces,
  cloud: PointCloud,
  progress: () => number,
): ComingPoints {
  const { count } = places;
  let arrived = 1;
  return {
    get arrived() {
      return arrived;
    },
    places() {
      const at = progress();
      const stood = new Float32Array(2 * count);
      for (let row = 0; row < count; row++) {
        stood[row] = shownX(places, row, at);
        stood[count + row] = shownY(places, row, at);
      }
      return stood;
    },
    begin(from) {
      if (from.length !== 2 * count) return false;
      cloud.comeFrom(from);
      arrived = 0;
      return true;
    },
    arrive(part) {
      arrived = part;
      if (part === 1) cloud.comeFrom(null);
    },
  };
}
