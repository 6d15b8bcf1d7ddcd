import { call, type Expression, isNumber, number } from './expression.ts';
import { isTotal } from './expression-order.ts';

/**
 * The operations as derivatives are built with them: what is added as 0 or multiplied by 0 or 1 is
 * left out, so that the derivative of a constant part disappears.
 */
export function add(u: Expression, v: Expression): Expression {
  if (isNumber(u, 0)) return v;
  return isNumber(v, 0) ? u : call('add', u, v);
}

export function subtract(u: Expression, v: Expression): Expression {
  if (isNumber(v, 0)) return u;
  return isNumber(u, 0) ? negate(v) : call('subtract', u, v);
}

/** 0 · v stays where v need not have a value: where it has none, neither has the product. */
export function multiply(u: Expression, v: Expression): Expression {
  const rest = isNumber(u, 0) ? v : isNumber(v, 0) ? u : null;
  if (rest) return isTotal(rest) ? number(0) : call('multiply', number(0), rest);
  if (isNumber(u, 1)) return v;
  return isNumber(v, 1) ? u : call('multiply', u, v);
}

/** Of a v that the function itself divides by, so that it is not 0. */
export function divide(u: Expression, v: Expression): Expression {
  return isNumber(u, 0) || isNumber(v, 1) ? u : call('divide', u, v);
}

export function negate(u: Expression): Expression {
  return u.kind === 'number' ? number(0 - u.value) : call('negate', u);
}

export function power(u: Expression, v: Expression): Expression {
  return isNumber(v, 1) ? u : call('power', u, v);
}

export const square = (u: Expression): Expression => power(u, number(2));
