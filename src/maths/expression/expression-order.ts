import type { CallExpression, Expression } from './expression.ts';
import { describeOperation } from './operations.ts';

/** A text that two formulas share only if they are the same. */
export function keyOf(expression: Expression): string {
  if (expression.kind === 'number') return String(expression.value);
  if (expression.kind === 'variable') return expression.name;
  return `${expression.operation}(${expression.args.map(keyOf).join()})`;
}

/** Whether it has a value wherever its variables do, whatever they are. */
export function isTotal(expression: Expression): boolean {
  if (expression.kind !== 'call') return true;
  let total = known.get(expression);
  if (total === undefined) {
    total = isTotalCall(expression);
    known.set(expression, total);
  }
  return total;
}

/** Derivatives share their parts: each is looked at once. */
const known = new WeakMap<Expression, boolean>();

function isTotalCall({ operation, args }: CallExpression): boolean {
  if (operation === 'power') {
    const [base, exponent] = args;
    const isWhole = exponent.kind === 'number' && Number.isInteger(exponent.value);
    return isWhole && exponent.value >= 0 && isTotal(base);
  }
  return describeOperation(operation).total && args.every(isTotal);
}

/** Where a factor stands in a product: constants, letters, powers, functions, sums. */
export function factorRank(factor: Expression): number {
  if (factor.kind === 'number') return 0;
  if (factor.kind === 'variable') return factor.name === 'x' || factor.name === 'y' ? 3 : 2;
  switch (factor.operation) {
    case 'pi':
    case 'e':
      return 1;
    case 'power':
      return Math.max(3, factorRank(factor.args[0]));
    case 'add':
    case 'subtract':
    case 'negate':
      return 4;
    default:
      return 5;
  }
}
