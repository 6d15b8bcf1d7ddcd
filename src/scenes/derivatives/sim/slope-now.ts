import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { stencilOf } from '../../../maths/finite-difference.ts';
import { compileSlopeAt } from '../../../systems/derivatives/compile-slope-at.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';

/** The slope at the point. */
export interface SlopeNow {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  /** NaN where the scheme finds none. */
  readonly slope: number;
  /** NaN where there is none. */
  readonly exact: number;
  /** Every place that the scheme looks at, from the left to the right, in the precision of now. */
  readonly looked: readonly { readonly x: number; readonly y: number }[];
  /** From the first of these to the last, along x and along y. */
  readonly run: number;
  readonly rise: number;
}

/** @param progress how far the motion of the last step is, from 0 to 1 */
export function slopeNow(world: DerivativesWorld, progress: number): SlopeNow {
  const { now, before, expression, parameters, precision, resolved } = world;
  const x = before.x + (now.x - before.x) * progress;
  const h = before.h + (now.h - before.h) * progress;
  const f = compileExpression(expression, { parameters, precision });
  const exact = exactSlope(world)(x);
  const stencil =
    resolved.scheme === 'dual'
      ? [0]
      : stencilOf(resolved.scheme, orderOf(world)).points.map((point) => point.steps);
  const steps = [...new Set([...stencil, 0])].sort((a, b) => a - b);
  const round = precision === 'f32' ? Math.fround : (value: number) => value;
  const looked = steps.map((step) => {
    const at = round(round(x) + round(step * round(h)));
    return { x: at, y: f(at) };
  });
  const run = (steps[steps.length - 1] - steps[0]) * h;
  const rise = looked[looked.length - 1].y - looked[0].y;
  return { x, h, exact, looked, run, rise, ...compileSlopeAt(world)(x, h) };
}
