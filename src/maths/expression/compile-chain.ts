import { compileExpressions, type Evaluate, type EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';

/**
 * Makes the last of a function and its derivatives ready to be evaluated.
 *
 * @param chain the function, its first derivative, and so on to the order that is asked for
 * @returns NaN where it, or one of those before it, has no value: 1/0 has no slope
 */
export function compileChain(chain: readonly Expression[], options?: EvaluateOptions): Evaluate {
  const evaluate = compileExpressions(chain, options);
  const values = new Float64Array(chain.length);
  return (x, y) => {
    evaluate(values, x, y);
    return values.some(Number.isNaN) ? Number.NaN : values[chain.length - 1];
  };
}
