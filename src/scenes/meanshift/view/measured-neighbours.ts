import type { Focus } from '../../../systems/meanshift/world.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';

/** Which of all points, from the nearest (0) to the furthest (1); the far ones choose their directions first. */
const quantiles = [0.9, 0.75, 0.6, 0.45, 0.3, 0.1, 0.02, 0];
const mostLooked = 2000;
/** Between two lines, so that their lengths can be read; radians. */
const leastAngle = 0.3;

/**
 * A few points near and far, in different directions, whose distances are written on the picture.
 *
 * @returns their rows
 */
export function measuredNeighbours(places: MeanShiftPlaces, { row: centre }: Focus): number[] {
  const stride = Math.max(1, Math.ceil(places.count / mostLooked));
  const rows: number[] = [];
  for (let row = 0; row < places.count; row += stride) if (row !== centre) rows.push(row);
  rows.sort((a, b) => places.distance(a) - places.distance(b));
  const angleOf = (row: number) =>
    Math.atan2(places.y(row) - places.y(centre), places.x(row) - places.x(centre));
  const chosen: number[] = [];
  for (const quantile of quantiles) {
    // The next one whose line is clear of the others.
    const found = rows
      .slice(Math.floor(quantile * (rows.length - 1)))
      .find((row) => chosen.every((other) => apart(angleOf(row), angleOf(other)) > leastAngle));
    if (found !== undefined) chosen.push(found);
  }
  return chosen;
}

const apart = (a: number, b: number) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
