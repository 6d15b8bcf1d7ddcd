import { compileExpression, type Evaluate } from '../../../maths/expression/evaluate.ts';
import { makeTape } from '../../../maths/expression/tape.ts';
import { sampleCurve } from '../../../maths/plot/sample-curve.ts';
import { createSampledCurve, type SampledCurve } from '../../../maths/plot/sampled-curve.ts';
import { compileSlopeAt } from '../../../systems/derivatives/compile-slope-at.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { Camera } from '../../../view/camera.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { Range } from '../sim/value-range.ts';
import { boxes, type PlotFrame } from './plot-frame.ts';

/** The curves of now, sampled on the CPU for the pixels that they are seen on. */
export interface PlotCurves {
  readonly value: SampledCurve;
  readonly exact: SampledCurve;
  /** By the scheme: in the precision of now on the CPU, and in f64 beside a GPU. */
  readonly slope: SampledCurve;
  /** Where the samples' pixels begin, and how large they are, in world units. */
  readonly left: number;
  readonly px: number;
  /** Another one where any of it has changed. */
  readonly version: number;
}

type View = Pick<Camera, 'scale' | 'width' | 'height' | 'toWorld'>;

/** As many probes a pixel, of a formula of as many operations as are quick. */
const probesPerPixel = 30;
const quickOperations = 20;

/** @returns gives the curves for a frame, sampled anew where it, the function or what the camera sees changed */
export function keepCurves(
  world: DerivativesWorld,
  camera: View,
): (frame: PlotFrame) => PlotCurves {
  const isOther = createChangeWatcher();
  const [value, exact, slope] = [createSampledCurve(), createSampledCurve(), createSampledCurve()];
  const operations = makeTape([world.expression, ...world.derivatives]).lines.length;
  let kept: PlotCurves & { readonly right: number } = {
    ...{ value, exact, slope, left: 0, right: 0, px: 0, version: 0 },
  };

  return (frame) => {
    const { parameters, precision, now, compute } = world;
    const { x, y, slopes } = frame;
    const px = pixelOf(camera.scale);
    const seen = seenPart(camera, frame.width, 0);
    const isBeyond = seen.left < kept.left || seen.right > kept.right;
    const isNew = isOther(
      frame.width,
      ...[x.least, x.most, y.least, y.most, slopes.least, slopes.most],
      ...Object.values(parameters),
      px,
      precision,
      now.h,
    );
    if (!isNew && !isBeyond) return kept;
    const { left, right } = seenPart(camera, frame.width, (seen.right - seen.left) / 2);
    kept = { ...kept, left, right, px, version: kept.version + 1 };
    if (right <= left) return kept;
    const sample = (f: Evaluate, { least, most }: Range, height: number, into: SampledCurve) => {
      const width = (right - left) / px;
      const budget = Math.ceil(width * probesPerPixel * Math.min(1, quickOperations / operations));
      const [from, to] = [frame.fromX(left), frame.fromX(right)];
      sampleCurve(f, { from, to, least, most, width, height: height / px, budget }, into);
    };
    // A GPU's own samples have its precision; of the curve beside them only its breaks are of use.
    const isGpu = compute.kind === 'webgpu';
    const slopeAt = compileSlopeAt(isGpu ? { ...world, precision: 'f64' } : world);
    sample(compileExpression(world.expression, { parameters }), y, boxes.curve.height, value);
    sample(exactSlope(world), slopes, boxes.slope.height, exact);
    sample((x) => slopeAt(x, now.h).slope, slopes, boxes.slope.height, slope);
    return kept;
  };
}

/** Of the plots' width what the camera sees, and somewhat more to each side; in world units. */
function seenPart(
  camera: View,
  width: number,
  more: number,
): { readonly left: number; readonly right: number } {
  const left = Math.max(0, camera.toWorld(0, 0).x - more);
  const right = Math.min(width, camera.toWorld(camera.width, 0).x + more);
  return { left, right };
}

/**
 * A pixel of the device in world units, or somewhat less: while the camera comes closer, what was sampled
 * is good for a while.
 */
function pixelOf(scale: number): number {
  const steps = 4;
  return 2 ** (-Math.ceil(steps * Math.log2(scale * (globalThis.devicePixelRatio || 1))) / steps);
}
