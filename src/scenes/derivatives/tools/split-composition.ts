import { call, type Expression } from '../../../maths/expression/expression.ts';
import type { Operation } from '../../../maths/expression/operations.ts';

/** f(g(x)) taken apart. */
export interface Composition {
  /** f of whatever it is given: of a letter, or of the inner function again. */
  outer(u: Expression): Expression;
  /** u = g(x) */
  readonly inner: Expression;
}

/** What only scales or moves its argument: the composition is looked for within. */
const linear = new Set<Operation>(['add', 'subtract', 'multiply', 'negate']);

/**
 * Splits a formula at its topmost function of something: sin(x^2) into sin(u) and u = x^2,
 * 3exp(-x) + 1 into 3exp(u) + 1 and u = -x. Null where there is none: in x^2, in a product or a sum
 * of two functions of x, and in a straight line.
 */
export function splitComposition(expression: Expression): Composition | null {
  if (expression.kind !== 'call') return null;
  const { operation, args } = expression;
  const varying = args.flatMap((arg, place) => (dependsOnX(arg) ? [place] : []));
  if (varying.length !== 1) return null;
  const [place] = varying;
  const inner = args[place];
  const around = (u: Expression) => call(operation, ...args.with(place, u));
  if (linear.has(operation) || (operation === 'divide' && place === 0)) {
    const within = splitComposition(inner);
    return within && { outer: (u) => around(within.outer(u)), inner: within.inner };
  }
  return inner.kind === 'variable' ? null : { outer: around, inner };
}

function dependsOnX(expression: Expression): boolean {
  if (expression.kind === 'variable') return expression.name === 'x';
  return expression.kind === 'call' && expression.args.some(dependsOnX);
}
