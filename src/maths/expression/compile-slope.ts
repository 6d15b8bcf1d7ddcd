import { finiteDifference, type Order, type Scheme } from '../finite-difference.ts';
import { compileChain } from './compile-chain.ts';
import { differentiate } from './differentiate.ts';
import { compileDual } from './dual.ts';
import { compileExpression, type EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';
import type { VariableName } from './names.ts';

export interface SlopeOptions extends EvaluateOptions {
  readonly scheme: Scheme;
  readonly order?: Order;
  /** Along which variable. */
  readonly by?: VariableName;
}

/** The derivative at (x, y) over the distance h, which dual numbers do not need. */
export type Slope = (x: number, h: number, y?: number) => number;

/** Makes a function's derivative by a scheme ready to be taken at many places. */
export function compileSlope(expression: Expression, options: SlopeOptions): Slope {
  const { scheme, order = 1, by = 'x', precision = 'f64' } = options;
  if (scheme === 'dual') return compileDualSlope(expression, options);
  const f = compileExpression(expression, options);
  const round = precision === 'f32' ? Math.fround : undefined;
  const settings = round ? { order, round } : { order };
  return by === 'x'
    ? (x, h, y = 0) => finiteDifference((at) => f(at, y), x, h, scheme, settings)
    : (x, h, y = 0) => finiteDifference((at) => f(x, at), y, h, scheme, settings);
}

function compileDualSlope(expression: Expression, options: SlopeOptions): Slope {
  const { order = 1, by = 'x', precision = 'f64' } = options;
  if (precision === 'f64') {
    const dual = compileDual(expression, options, by);
    return (x, _, y = 0) => {
      const { first, second } = dual(x, y);
      return order === 1 ? first : second;
    };
  }
  // The rules of the dual numbers as straight-line code, each operation rounded to f32.
  const evaluate = compileChain(derivativesUpTo(expression, order, by), options);
  return (x, _, y = 0) => evaluate(x, y);
}

/** The function, and its derivatives up to an order: each has a value only where all before it do. */
export function derivativesUpTo(
  expression: Expression,
  order: Order,
  by: VariableName = 'x',
): readonly Expression[] {
  const first = differentiate(expression, by);
  return order === 1 ? [expression, first] : [expression, first, differentiate(first, by)];
}
