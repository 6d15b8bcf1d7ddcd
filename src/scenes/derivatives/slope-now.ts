import { compileExpression } from '../../maths/expression/evaluate.ts';
import { stencilOf } from '../../maths/finite-difference.ts';
import { exactSlope } from '../../systems/derivatives/exact-slope.ts';
import { slopeAt } from '../../systems/derivatives/slope-at.ts';
import { type DerivativesWorld, orderOf } from '../../systems/derivatives/world.ts';

/** The slope at the point as it is drawn now. */
export interface SlopeNow {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly slope: number;
  readonly exact: number;
  /** Every place that the scheme looks at, from the left to the right. */
  readonly looked: readonly { readonly x: number; readonly y: number }[];
}

/** @param progress how far the motion of the last step is, from 0 to 1 */
export function slopeNow(world: DerivativesWorld, progress: number): SlopeNow {
  const { now, before, expression, parameters, values } = world;
  const x = before.x + (now.x - before.x) * progress;
  const h = before.h + (now.h - before.h) * progress;
  const f = compileExpression(expression, { parameters });
  const exact = exactSlope(world)(x);
  const steps =
    values.scheme === 'dual'
      ? [0]
      : stencilOf(values.scheme, orderOf(world)).points.map((point) => point.steps);
  const looked = [...new Set([...steps, 0])]
    .sort((a, b) => a - b)
    .map((step) => ({ x: x + step * h, y: f(x + step * h) }));
  return { x, h, exact, looked, ...slopeAt(world, x, h) };
}
