import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import { seenWindow } from '../../../systems/derivatives/place-samples.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import { type Range, valueRange } from '../sim/value-range.ts';

/** The two plots on the stage, in world units: the curve, and below it its slope. */
export const boxes = {
  width: 10,
  curve: { bottom: 0, height: 5.4 },
  slope: { bottom: -3.3, height: 2.4 },
} as const;

/** What each plot is cut to. */
export const clips = {
  curve: { bottom: boxes.curve.bottom, top: boxes.curve.bottom + boxes.curve.height },
  slope: { bottom: boxes.slope.bottom, top: boxes.slope.bottom + boxes.slope.height },
} as const;

/** Where x, y and slopes are on the stage now. */
export interface PlotFrame {
  readonly x: Range;
  readonly y: Range;
  readonly slopes: Range;
  toX(x: number): number;
  toY(y: number): number;
  toSlopeY(slope: number): number;
  fromX(worldX: number): number;
}

const places = 300;

/** @returns gives the frame of now, worked out anew where the function, x or the microscope changed */
export function keepPlotFrame(world: DerivativesWorld): () => PlotFrame {
  const changes = createChangeWatcher();
  let frame: PlotFrame | null = null;
  return () => {
    const { parameters, resolved, now } = world;
    // The window, the formula and which derivative it is stay as long as a world.
    const isNew = changes(now.x, resolved.zoom, ...Object.values(parameters));
    if (isNew || !frame) frame = plotFrame(world);
    return frame;
  };
}

/** The plots' ranges for the function, the window and the microscope of now. */
export function plotFrame(world: DerivativesWorld): PlotFrame {
  const { window, parameters, expression, resolved, now } = world;
  const f = compileExpression(expression, { parameters });
  const exact = exactSlope(world);
  const along = Float64Array.from(
    { length: places },
    (_, i) => window.from + ((window.to - window.from) * (i + 0.5)) / places,
  );
  const whole = valueRange(along.map((x) => f(x)));
  const slopes = valueRange([...along.map((x) => exact(x)), 0]);
  const { from, to } = seenWindow(world);
  const middle = f(now.x);
  const half = (whole.most - whole.least) / 2 / resolved.zoom;
  // Magnified in both directions alike, a curve becomes as straight as it is.
  const y =
    resolved.zoom > 1 && Number.isFinite(middle)
      ? { least: middle - half, most: middle + half }
      : whole;
  const part = (value: number, { least, most }: Range) => (value - least) / (most - least);
  const x = { least: from, most: to };
  return {
    x,
    y,
    slopes,
    toX: (at) => boxes.width * part(at, x),
    toY: (value) => boxes.curve.bottom + boxes.curve.height * part(value, y),
    toSlopeY: (slope) => boxes.slope.bottom + boxes.slope.height * part(slope, slopes),
    fromX: (worldX) => from + ((to - from) * worldX) / boxes.width,
  };
}
