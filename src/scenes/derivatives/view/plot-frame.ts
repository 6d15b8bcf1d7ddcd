import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import { seenWindow } from '../../../systems/derivatives/place-samples.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { Bounds } from '../../../view/camera.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import { freePart, type SurfaceSize } from '../../../view/free-part.ts';
import { endValues } from '../sim/end-values.ts';
import { type Range, valueRange } from '../sim/value-range.ts';

/** The two plots on the stage, in world units: the curve, and below it its slope. */
export const boxes = {
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
  /** Of both plots, in world units. */
  readonly width: number;
  readonly x: Range;
  readonly y: Range;
  readonly slopes: Range;
  toX(x: number): number;
  toY(y: number): number;
  toSlopeY(slope: number): number;
  fromX(worldX: number): number;
}

const places = 300;
const usualWidth = 10;
/** Narrower plots than these tell nothing. */
const leastWidth = 6;
/** What stands around the plots, in world units. */
const around = { left: 0.9, right: 0.4, bottom: 0.45, top: 0.35 };

/** All that is drawn, with what is written around it. */
export const plotBounds = (width: number): Bounds => ({
  left: -around.left,
  right: width + around.right,
  bottom: clips.slope.bottom - around.bottom,
  top: clips.curve.top + around.top,
});

/** How wide the plots have to be to fill the stage, whatever its shape. */
export function widthThatFills(stage: SurfaceSize): number {
  const free = freePart(stage);
  const { bottom, top } = plotBounds(0);
  const whole = ((top - bottom) * free.width) / free.height;
  return Math.max(leastWidth, whole - around.left - around.right);
}

/** @returns gives the frame of now, worked out anew where the function, x, the microscope or the width changed */
export function keepPlotFrame(
  world: DerivativesWorld,
  widthOf: () => number = () => usualWidth,
): () => PlotFrame {
  const changes = createChangeWatcher();
  let frame: PlotFrame | null = null;
  return () => {
    const { parameters, resolved, now } = world;
    // The window, the formula and which derivative it is stay as long as a world.
    const width = widthOf();
    const isNew = changes(width, now.x, resolved.zoom, ...Object.values(parameters));
    if (isNew || !frame) frame = plotFrame(world, width);
    return frame;
  };
}

/** The plots' ranges for the function, the window and the microscope of now. */
export function plotFrame(world: DerivativesWorld, width = usualWidth): PlotFrame {
  const { window, parameters, expression, resolved, now } = world;
  const f = compileExpression(expression, { parameters });
  const exact = exactSlope(world);
  const along = Float64Array.from(
    { length: places },
    (_, i) => window.from + ((window.to - window.from) * (i + 0.5)) / places,
  );
  const whole = valueRange([...along.map((x) => f(x)), ...endValues(f, along)]);
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
    width,
    x,
    y,
    slopes,
    toX: (at) => width * part(at, x),
    toY: (value) => boxes.curve.bottom + boxes.curve.height * part(value, y),
    toSlopeY: (slope) => boxes.slope.bottom + boxes.slope.height * part(slope, slopes),
    fromX: (worldX) => from + ((to - from) * worldX) / width,
  };
}
