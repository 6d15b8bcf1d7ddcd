import type { Graphics } from 'pixi.js';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import type { SlopeNow } from '../sim/slope-now.ts';
import { traceLine } from './draw-curve.ts';
import { drawRollers } from './draw-rollers.ts';
import { clips, type PlotFrame } from './plot-frame.ts';
import type { PlotInk } from './plot-ink.ts';

/** The point with its tangent and secant, the triangle of rise over run, and the points that roll. */
export function drawConstruction(
  construction: Graphics,
  world: DerivativesWorld,
  ink: PlotInk,
  found: SlopeNow,
  phase: number | null,
): void {
  const { frame, theme, px } = ink;
  const { x, y, looked, slope, exact } = found;
  construction.clear();
  const place = { x: frame.toX(x), y: frame.toY(y) };
  const perUnit = (frame.toY(1) - frame.toY(0)) / (frame.toX(1) - frame.toX(0));
  const isFirst = orderOf(world) === 1;
  if (isFirst) {
    traceLine(construction, place, exact * perUnit, frame.width, clips.curve);
    construction.stroke({ width: 1.5 * px, color: theme.clusters[2], alpha: 0.7 });
  }
  const showsSecant = isFirst && (phase === null || phase >= 2);
  if (showsSecant) {
    const [from] = looked;
    const origin = { x: frame.toX(from.x), y: frame.toY(from.y) };
    const through = world.resolved.scheme === 'five-point' ? place : origin;
    traceLine(construction, through, slope * perUnit, frame.width, clips.curve);
    construction.stroke({ width: 2 * px, color: theme.clusters[1] });
  }
  if (isFirst && looked.length > 1 && isInside(frame, looked)) {
    drawTriangle(construction, ink, looked, phase);
  }
  if (world.motion === 'descend') drawRollers(construction, world, ink);
  const dot = (at: number, above: number, radius: number, color: number) => {
    if (!Number.isFinite(above) || at < 0 || at > frame.width) return;
    construction
      .circle(at, above, radius * px)
      .fill({ color })
      .stroke({ width: 1.5 * px, color: theme.surface });
  };
  for (const point of looked) dot(frame.toX(point.x), frame.toY(point.y), 5, theme.clusters[1]);
  dot(place.x, place.y, 7, theme.ink);
  const slopeY = frame.toSlopeY(slope);
  if (slopeY >= clips.slope.bottom && slopeY <= clips.slope.top) {
    dot(place.x, slopeY, 6, theme.clusters[1]);
  }
}

/** Rise over run, between the outermost points that the scheme looks at. */
function drawTriangle(
  construction: Graphics,
  { frame, theme, px }: PlotInk,
  looked: SlopeNow['looked'],
  phase: number | null,
): void {
  const [first] = looked;
  const last = looked[looked.length - 1];
  const corner = { x: frame.toX(last.x), y: frame.toY(first.y) };
  construction.moveTo(frame.toX(first.x), corner.y).lineTo(corner.x, corner.y);
  if (phase === null || phase >= 1) construction.lineTo(corner.x, frame.toY(last.y));
  construction.stroke({ width: 1.5 * px, color: theme.ink });
}

const isInside = ({ x }: PlotFrame, looked: SlopeNow['looked']) =>
  looked.every((point) => Number.isFinite(point.y) && point.x >= x.least && point.x <= x.most);
