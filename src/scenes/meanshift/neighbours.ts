import { type WeightKernel, weight } from '../../maths/weight-kernel.ts';
import { type PointPlaces, placeAt } from './point-places.ts';

/** More lines than this tell no more. */
const most = 300;
const leastWeight = 0.01;

export interface Neighbour {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/**
 * The points that weigh most for one point, where everything is at this moment, at most 300.
 *
 * @param everyone also those that weigh nothing: a sample of all points, for their distances
 */
export function heaviestNeighbours(
  places: PointPlaces,
  centre: number,
  progress: number,
  kernel: WeightKernel,
  bandwidth: number,
  everyone: boolean,
): Neighbour[] {
  const { x, y } = placeAt(places, centre, progress);
  const found: Neighbour[] = [];
  const stride = everyone ? Math.max(1, Math.floor(places.count / most)) : 1;
  for (let row = 0; row < places.count; row += stride) {
    if (row === centre) continue;
    const at = placeAt(places, row, progress);
    const square = ((at.x - x) ** 2 + (at.y - y) ** 2) / bandwidth ** 2;
    const w = weight(kernel, square);
    if (everyone || w >= leastWeight) found.push({ row, x: at.x, y: at.y, weight: w });
  }
  if (found.length <= most) return found;
  return found.sort((a, b) => b.weight - a.weight).slice(0, most);
}
