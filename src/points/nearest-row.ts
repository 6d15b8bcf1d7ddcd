import { type PointPlaces, shownX, shownY } from './point-places.ts';

/**
 * The row of the point that is shown nearest to a place. It looks at all of them, which takes a
 * millisecond for 100,000.
 *
 * @param reach how far away it may be, in world units
 * @param progress as the points are shown
 */
export function nearestRow(
  places: PointPlaces,
  x: number,
  y: number,
  reach: number,
  progress: number,
): number | null {
  let nearest: number | null = null;
  let least = reach * reach;
  for (let row = 0; row < places.count; row++) {
    const dx = shownX(places, row, progress) - x;
    const dy = shownY(places, row, progress) - y;
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    nearest = row;
  }
  return nearest;
}
