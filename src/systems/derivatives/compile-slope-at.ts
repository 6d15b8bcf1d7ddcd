import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import { type DerivativesWorld, orderOf } from './world.ts';

/**
 * Gives the value at an x and the slope over an h there, in the precision that is asked for: in f32 as
 * the kernels have it, in f64 on the CPU.
 */
export function compileSlopeAt(world: DerivativesWorld) {
  const { expression, parameters, precision, resolved } = world;
  const { scheme } = resolved;
  const f = compileExpression(expression, { parameters });
  const slope = compileSlope(expression, { parameters, precision, scheme, order: orderOf(world) });
  return (x: number, h: number) => ({ y: f(x), slope: slope(x, h) });
}
