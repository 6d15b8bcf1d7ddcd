import type { Graphics } from 'pixi.js';
import { shownX, shownY } from '../../../points/point-places.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Theme } from '../../../view/theme.ts';
import type { PhaseName } from '../sim/phases.ts';
import { drawArrow } from './draw-arrow.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';

/** A way on the screen, in CSS pixels, y down. */
interface Way {
  readonly dx: number;
  readonly dy: number;
}

/** Where the point goes: what pulls it, its mean, or, in the move, where it ends. */
export function drawWay(
  arrow: Graphics,
  phase: PhaseName | null,
  { dx, dy }: Way,
  theme: Theme,
): void {
  if (phase === 'distances' || phase === 'weights') return;
  drawArrow(arrow, dx, dy, theme.ink, theme.surface);
  if (phase === 'weighted sum' || Math.hypot(dx, dy) < 2) return;
  arrow.circle(dx, dy, 4.5).fill({ color: theme.surface }).stroke({ width: 2, color: theme.ink });
}

/** The way of a row's point in a phase, or what is left of it while the point moves. */
export function wayOf(
  world: MeanShiftWorld,
  places: MeanShiftPlaces,
  row: number,
  phase: PhaseName | null,
  progress: number,
  scale: number,
): Way {
  const { focus } = world;
  if (progress < 1) {
    const rest = { x: places.x(row), y: places.y(row) };
    return {
      dx: (rest.x - shownX(places, row, progress)) * scale,
      dy: -(rest.y - shownY(places, row, progress)) * scale,
    };
  }
  if (!focus || focus.row !== row) return { dx: 0, dy: 0 };
  const { pullX, pullY, weightSum } = focus;
  if (phase !== 'weighted sum') {
    return { dx: (pullX / weightSum) * scale, dy: -(pullY / weightSum) * scale };
  }
  // The sum grows with the number of points: its direction counts, so it is cut to the stage.
  const length = Math.hypot(pullX, pullY) * scale || 1;
  const cut = Math.min(1, (4 * world.resolved.bandwidth * scale) / length);
  return { dx: pullX * scale * cut, dy: -pullY * scale * cut };
}
