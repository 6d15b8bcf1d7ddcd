import type { Graphics } from 'pixi.js';
import type { Theme } from '../../../view/theme.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';
import type { Neighbours } from './neighbours.ts';

/** Lines of about the same weight are drawn in one go. */
const bands = 6;

/** A thin line to each neighbour, however much it weighs. */
export function drawDistances(
  lines: Graphics,
  { count, dx, dy }: Neighbours,
  scale: number,
  theme: Theme,
): void {
  if (count === 0) return;
  for (let i = 0; i < count; i++) lines.moveTo(0, 0).lineTo(dx[i] * scale, -dy[i] * scale);
  lines.stroke({ width: 1, color: theme.inkSoft, alpha: 0.22 });
}

/**
 * A line to each neighbour, the stronger the more it weighs.
 *
 * @param asPulls each line only goes as far towards the neighbour as its weight says
 */
export function drawWeights(
  lines: Graphics,
  neighbours: Neighbours,
  scale: number,
  theme: Theme,
  asPulls: boolean,
): void {
  const { count, dx, dy, weight } = neighbours;
  for (let band = 0; band < bands; band++) {
    let any = false;
    for (let i = 0; i < count; i++) {
      if (Math.min(bands - 1, Math.floor(weight[i] * bands)) !== band) continue;
      const length = asPulls ? scale * weight[i] : scale;
      lines.moveTo(0, 0).lineTo(dx[i] * length, -dy[i] * length);
      any = true;
    }
    const share = (band + 0.5) / bands;
    if (any) lines.stroke({ width: 0.75 + share, color: theme.ink, alpha: 0.06 + 0.5 * share });
  }
}

/** A disc on each neighbour, the larger the more it weighs, in its cluster's colour. */
export function drawWeightDiscs(
  discs: Graphics,
  { count, row, dx, dy, weight }: Neighbours,
  places: MeanShiftPlaces,
  scale: number,
  bandwidth: number,
  { clusters, surface }: Theme,
): void {
  // Seen from afar they would hide each other.
  const size = Math.min(1, Math.max(0.4, (scale * bandwidth) / 60));
  for (let i = 0; i < count; i++) {
    const color = clusters[places.source(row[i]) % clusters.length];
    discs
      .circle(dx[i] * scale, -dy[i] * scale, (2 + 5 * weight[i]) * size)
      .fill({ color })
      .stroke({ width: 1, color: surface, alpha: 0.8 });
  }
}
