import { compileChain } from '../../../maths/expression/compile-chain.ts';
import { compileSlope } from '../../../maths/expression/compile-slope.ts';
import { derivative } from '../../../maths/expression/derivative.ts';
import { compileExpression, type ParameterValues } from '../../../maths/expression/evaluate.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { distances } from './distances.ts';

/** The schemes that are compared, in both formats. */
export const swept = [
  { scheme: 'forward', precision: 'f64' },
  { scheme: 'central', precision: 'f64' },
  { scheme: 'forward', precision: 'f32' },
  { scheme: 'central', precision: 'f32' },
] as const;

/** How far the difference is from the exact derivative, over h. */
export interface ErrorSweep {
  /** Ascending: from 1e-16 to 1 in quarter decades. */
  readonly h: Float64Array;
  /** One a swept scheme; null where there is no error, or no value. */
  readonly errors: readonly (readonly (number | null)[])[];
  /** What theory says of the forward difference in f64: the terms left out, and rounding. */
  readonly truncation: readonly (number | null)[];
  readonly rounding: readonly (number | null)[];
}

const h = distances(4).reverse();

/** Sweeps h at a place, with the first derivative. */
export function sweepErrors(
  expression: Expression,
  parameters: ParameterValues,
  x: number,
): ErrorSweep {
  const chain = [expression, derivative(expression), derivative(expression, 2)];
  const exact = compileChain(chain.slice(0, 2), { parameters })(x);
  const curvature = compileChain(chain, { parameters })(x);
  const value = compileExpression(expression, { parameters })(x);
  const shown = (error: number) => (error > 0 && Number.isFinite(error) ? error : null);
  return {
    h,
    errors: swept.map(({ scheme, precision }) => {
      const slope = compileSlope(expression, { parameters, scheme, precision });
      return Array.from(h, (step) => shown(Math.abs(slope(x, step) - exact)));
    }),
    // f(x + h) = f + f′h + f″h²/2 + …; and f is known to half a unit in its last place.
    truncation: Array.from(h, (step) => shown((Math.abs(curvature) / 2) * step)),
    rounding: Array.from(h, (step) => shown((Number.EPSILON * Math.abs(value)) / step)),
  };
}
