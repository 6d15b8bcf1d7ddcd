import type { Bounds } from '../view/camera.ts';
import type { PointPlaces } from './point-places.ts';

/** The least box that holds all points, of which there is at least one. */
export function boundsOf(places: PointPlaces): Bounds {
  let left = places.x(0);
  let right = left;
  let bottom = places.y(0);
  let top = bottom;
  for (let row = 1; row < places.count; row++) {
    left = Math.min(left, places.x(row));
    right = Math.max(right, places.x(row));
    bottom = Math.min(bottom, places.y(row));
    top = Math.max(top, places.y(row));
  }
  return { left, right, bottom, top };
}
