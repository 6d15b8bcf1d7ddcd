import type { Graphics } from 'pixi.js';
import type { SampledCurve } from '../../../maths/plot/sampled-curve.ts';
import { samplesOf } from '../../../systems/derivatives/entities-of.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { type Clip, traceCurve } from './draw-curve.ts';
import type { PlotCurves } from './keep-curves.ts';
import { clips } from './plot-frame.ts';
import type { PlotInk } from './plot-ink.ts';
import { findBreaks, type Placed, traceSampled, traceSpans } from './trace-sampled.ts';

/**
 * The function, and below it its exact derivative with the slopes that were taken on top.
 *
 * @param reached while the point travels its slope draws the derivative behind it, up to this x
 */
export function drawCurves(
  graphics: Graphics,
  world: DerivativesWorld,
  ink: PlotInk,
  curves: PlotCurves,
  reached: number,
): void {
  const { theme, px, frame } = ink;
  const until = world.motion === 'travel' ? frame.toX(reached) : Number.POSITIVE_INFINITY;
  const place = ({ bottom }: Clip): Placed => ({ left: curves.left, bottom, px: curves.px });
  type Stroke = { readonly width: number; readonly color: number; readonly alpha?: number };
  const fillSpans = (curve: SampledCurve, at: Placed, clip: Clip, stroke: Stroke) => {
    if (!traceSpans(graphics, curve, at, clip, stroke.width)) return;
    graphics.fill({ color: stroke.color, alpha: stroke.alpha ?? 1 });
  };
  const draw = (
    curve: SampledCurve,
    clip: Clip,
    stroke: Stroke,
    end = Number.POSITIVE_INFINITY,
  ) => {
    const placed = { ...place(clip), until: end };
    fillSpans(curve, placed, clip, stroke);
    traceSampled(graphics, curve, placed, clip);
    // Mitred, the corners of a steep wave would reach beyond its tops.
    graphics.stroke({ ...stroke, join: 'round' });
  };
  graphics.clear();
  draw(curves.exact, clips.slope, { width: 4 * px, color: theme.clusters[2], alpha: 0.35 });
  const slopes = { width: 2 * px, color: theme.clusters[1] };
  if (world.compute.kind === 'cpu') draw(curves.slope, clips.slope, slopes, until);
  else {
    fillSpans(curves.slope, { ...place(clips.slope), until }, clips.slope, slopes);
    traceTaken(graphics, world, ink, findBreaks(curves.slope, place(clips.slope)), until);
    graphics.stroke({ ...slopes, join: 'round' });
  }
  draw(curves.value, clips.curve, { width: 2.5 * px, color: theme.clusters[0] });
}

/** A jump is drawn as one only where it is higher than this, in pixels; else the samples are joined. */
const jumpPixels = 8;

/** The slopes that the GPU took at its samples, joined where the curve between them is. */
function traceTaken(
  graphics: Graphics,
  world: DerivativesWorld,
  { frame, px }: PlotInk,
  isBroken: (x0: number, x1: number) => boolean,
  until: number,
): void {
  const { Position, Slope } = world.components;
  const samples = samplesOf(world);
  const place = (i: number) => ({
    x: frame.toX(Position.x[samples[i]]),
    y: frame.toSlopeY(Slope.value[samples[i]]),
  });
  let first = 0;
  const traceTo = (end: number) => {
    traceCurve(graphics, end - first, (i) => place(first + i), clips.slope);
    first = end;
  };
  let before = place(0);
  let i = 1;
  for (; i < samples.length; i++) {
    const here = place(i);
    if (here.x > until) break;
    // Every interval is asked for, since they are looked for from the left to the right.
    if (isBroken(before.x, here.x) && Math.abs(here.y - before.y) > jumpPixels * px) traceTo(i);
    before = here;
  }
  traceTo(i);
}
