import { differentiate } from './differentiate.ts';
import type { Expression } from './expression.ts';
import type { VariableName } from './names.ts';
import { simplify } from './simplify.ts';

/**
 * The exact derivative as a person would write it.
 *
 * It says something only where the function has a value, and for the second order also the first
 * derivative: the derivative of ln(x) is 1/x, and at -1 neither is there.
 */
export function derivative(
  expression: Expression,
  order: 1 | 2 = 1,
  by: VariableName = 'x',
): Expression {
  const first = differentiate(expression, by);
  return simplify(order === 1 ? first : differentiate(first, by));
}
