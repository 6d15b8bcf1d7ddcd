import { call, type Expression, isNumber, number } from './expression.ts';

/**
 * The operations as derivatives are built with them: what is added as 0 or multiplied by 0 or 1 is
 * left out, so that the derivative of a constant part disappears. A part that is left out may have
 * had a smaller domain; a derivative is only asked for where its function has a value.
 */
export function add(u: Expression, v: Expression): Expression {
  if (isNumber(u, 0)) return v;
  return isNumber(v, 0) ? u : call('add', u, v);
}

export function subtract(u: Expression, v: Expression): Expression {
  if (isNumber(v, 0)) return u;
  return isNumber(u, 0) ? negate(v) : call('subtract', u, v);
}

export function multiply(u: Expression, v: Expression): Expression {
  if (isNumber(u, 0) || isNumber(v, 0)) return number(0);
  if (isNumber(u, 1)) return v;
  return isNumber(v, 1) ? u : call('multiply', u, v);
}

export function divide(u: Expression, v: Expression): Expression {
  return isNumber(u, 0) || isNumber(v, 1) ? u : call('divide', u, v);
}

/** u / v that stays where u is 0, for it has no value where v is 0. */
export const divideAlways = (u: Expression, v: Expression): Expression => call('divide', u, v);

export function negate(u: Expression): Expression {
  return u.kind === 'number' ? number(0 - u.value) : call('negate', u);
}

export function power(u: Expression, v: Expression): Expression {
  return isNumber(v, 1) ? u : call('power', u, v);
}

export const square = (u: Expression): Expression => power(u, number(2));
