import { compileDual } from '../../../maths/expression/dual.ts';
import type { ParameterValues } from '../../../maths/expression/evaluate.ts';
import { variable } from '../../../maths/expression/expression.ts';
import type { Composition } from './split-composition.ts';

/** A composition at one x; NaN for what does not exist there. */
export interface ChainRates {
  readonly u: number;
  readonly y: number;
  /** How many times as fast as x the inner function goes. */
  readonly duDx: number;
  /** How many times as fast as u the outer function goes. */
  readonly dyDu: number;
  readonly dyDx: number;
}

/** y = f(u), u = g(x): makes both rates, and their product, ready to be taken at many places. */
export function compileChainRates(
  { outer, inner }: Composition,
  parameters: ParameterValues,
): (x: number) => ChainRates {
  const g = compileDual(inner, { parameters });
  // Its own variable stands for u.
  const f = compileDual(outer(variable('x')), { parameters });
  return (x) => {
    const { value: u, first: duDx } = g(x);
    const { value: y, first: dyDu } = f(u);
    return { u, y, duDx, dyDu, dyDx: dyDu * duDx };
  };
}
