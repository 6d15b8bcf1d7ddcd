import { add, divide, multiply, negate, square, subtract } from './build.ts';
import { call, type Expression, number } from './expression.ts';
import type { Operation } from './operations.ts';

/** The derivative of a function of one argument at u. */
export function outerDerivative(
  operation: Operation,
  u: Expression,
  whole: Expression,
): Expression {
  const one = number(1);
  const two = number(2);
  const over = (v: Expression) => divide(one, v);
  switch (operation) {
    case 'exp':
      return whole;
    case 'ln':
      return over(u);
    case 'log2':
      return over(multiply(u, call('ln', two)));
    case 'log10':
      return over(multiply(u, call('ln', number(10))));
    case 'sqrt':
      return over(multiply(two, whole));
    case 'cbrt':
      return over(multiply(number(3), square(whole)));
    case 'sin':
      return call('cos', u);
    case 'cos':
      return negate(call('sin', u));
    case 'tan':
      return over(square(call('cos', u)));
    case 'asin':
      return over(call('sqrt', subtract(one, square(u))));
    case 'acos':
      return negate(over(call('sqrt', subtract(one, square(u)))));
    case 'atan':
      return over(add(one, square(u)));
    case 'sinh':
      return call('cosh', u);
    case 'cosh':
      return call('sinh', u);
    case 'tanh':
      return subtract(one, square(whole));
    case 'sigmoid':
      // 1 - sigmoid(u) would lose the digits of a small one.
      return multiply(whole, call('sigmoid', negate(u)));
    case 'softplus':
      return call('sigmoid', u);
    case 'erf':
      return multiply(divide(two, call('sqrt', call('pi'))), call('exp', negate(square(u))));
    case 'gelu': {
      // Φ(u) + u φ(u), of the normal distribution.
      const cumulative = divide(add(one, call('erf', divide(u, call('sqrt', two)))), two);
      const density = divide(
        call('exp', negate(divide(square(u), two))),
        call('sqrt', multiply(two, call('pi'))),
      );
      return add(cumulative, multiply(u, density));
    }
    default:
      throw new Error(`${operation} is no function of one argument`);
  }
}
