import { compileChain } from '../../maths/expression/compile-chain.ts';
import type { Evaluate } from '../../maths/expression/evaluate.ts';
import { type DerivativesWorld, orderOf } from './world.ts';

/** The exact derivative of the order that is shown, in f64; NaN where there is none. */
export const exactSlope = (
  world: Pick<DerivativesWorld, 'expression' | 'derivatives' | 'parameters' | 'resolved'>,
): Evaluate =>
  compileChain([world.expression, ...world.derivatives.slice(0, orderOf(world))], {
    parameters: world.parameters,
  });
