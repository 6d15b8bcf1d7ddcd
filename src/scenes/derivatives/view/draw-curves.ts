import type { Graphics } from 'pixi.js';
import { samplesOf } from '../../../systems/derivatives/entities-of.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { traceCurve } from './draw-curve.ts';
import { clips } from './plot-frame.ts';
import type { PlotInk } from './plot-ink.ts';

/**
 * The function, and below it its exact derivative with the slopes that were taken on top.
 *
 * @param reached while the point travels its slope draws the derivative behind it, up to this x
 */
export function drawCurves(
  curve: Graphics,
  world: DerivativesWorld,
  { frame, theme, px }: PlotInk,
  reached: number,
): void {
  const { Position, Slope } = world.components;
  const samples = samplesOf(world);
  const trace = (y: (sample: number) => number, clip: (typeof clips)['curve' | 'slope']) =>
    traceCurve(
      curve,
      samples.length,
      (i) => ({ x: frame.toX(Position.x[samples[i]]), y: y(samples[i]) }),
      clip,
    );
  curve.clear();
  const exact = exactSlope(world);
  trace((sample) => frame.toSlopeY(exact(Position.x[sample])), clips.slope);
  curve.stroke({ width: 4 * px, color: theme.clusters[2], alpha: 0.35 });
  const isDrawn = (x: number) => world.motion !== 'travel' || x <= reached;
  trace(
    (sample) => (isDrawn(Position.x[sample]) ? frame.toSlopeY(Slope.value[sample]) : Number.NaN),
    clips.slope,
  );
  curve.stroke({ width: 2 * px, color: theme.clusters[1] });
  trace((sample) => frame.toY(Position.y[sample]), clips.curve);
  curve.stroke({ width: 2.5 * px, color: theme.clusters[0] });
}
