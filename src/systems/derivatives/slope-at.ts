import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import { type DerivativesWorld, orderOf } from './world.ts';

/**
 * The value at x and the slope over h there, in the precision that is asked for: in f32 as the kernels
 * have it, in f64 on the CPU.
 */
export function slopeAt(world: DerivativesWorld, x: number, h: number) {
  const { expression, parameters, values } = world;
  const { precision, scheme } = values;
  const slope = compileSlope(expression, { parameters, precision, scheme, order: orderOf(world) });
  return { y: compileExpression(expression, { parameters })(x), slope: slope(x, h) };
}
