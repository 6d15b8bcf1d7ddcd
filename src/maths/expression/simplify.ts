import { compileExpression } from './evaluate.ts';
import { call, type Expression, isNumber, isSame, number } from './expression.ts';
import { isTotal } from './expression-order.ts';
import { expressionSize } from './expression-size.ts';
import { describeOperation, type Operation } from './operations.ts';
import { simplifyProduct } from './simplify-product.ts';
import { simplifySum } from './simplify-sum.ts';
import { makeTape } from './tape.ts';

/** Above this nobody reads a formula, and simplifying it would take long. */
const largestSize = 4000;

/**
 * A formula with numbers folded, zeros and ones left out, and like terms and factors taken
 * together. The domain stays the same: x/x is not 1, and ln(x) - ln(x) is not 0.
 */
export function simplify(expression: Expression): Expression {
  return expressionSize(expression) > largestSize ? expression : simplified(expression, new Map());
}

function simplified(expression: Expression, known: Map<Expression, Expression>): Expression {
  if (expression.kind !== 'call') return expression;
  let found = known.get(expression);
  if (!found) {
    const args = expression.args.map((arg) => simplified(arg, known));
    found = simplifyCall(expression.operation, args);
    known.set(expression, found);
  }
  return found;
}

function simplifyCall(operation: Operation, args: readonly Expression[]): Expression {
  const whole = call(operation, ...args);
  switch (operation) {
    case 'add':
    case 'subtract':
      return simplifySum(whole);
    case 'negate':
      return isSumCall(args[0]) ? simplifySum(whole) : simplifyProduct(whole);
    case 'multiply':
    case 'divide':
    case 'power':
      return simplifyProduct(whole);
    case 'scaledPower':
      return unscaled(args) ?? whole;
    case 'greater':
      return foldGreater(args) ?? whole;
    default:
      return foldFunction(operation, args) ?? whole;
  }
}

/** As a plain product, unless the factor may turn out as 0. */
function unscaled([c, u, n]: readonly Expression[]): Expression | null {
  const isConstant = makeTape([c]).lines.every(({ kind }) => kind !== 'variable');
  if (!isConstant || compileExpression(c)(0) === 0) return null;
  return simplifyProduct(call('multiply', c, call('power', u, n)));
}

/** Both sides the same, and no place where they could not be compared. */
function foldGreater([u, v, ...slopes]: readonly Expression[]): Expression | null {
  const isAlike = slopes.every((slope, at) => at % 2 === 0 || isSame(slope, slopes[at - 1]));
  return isAlike && isTotal(u) && isTotal(v) && slopes.every(isTotal)
    ? slopes[slopes.length - 1]
    : null;
}

const isSumCall = (part: Expression) =>
  part.kind === 'call' && (part.operation === 'add' || part.operation === 'subtract');

const integersFrom = new Set<Operation>([
  'abs',
  'sign',
  'floor',
  'relu',
  'min',
  'max',
  'sqrt',
  'cbrt',
]);
const atZero: Partial<Record<Operation, number>> = {
  exp: 1,
  sin: 0,
  cos: 1,
  tan: 0,
  asin: 0,
  atan: 0,
  sinh: 0,
  cosh: 1,
  tanh: 0,
  erf: 0,
  gelu: 0,
};
const logarithms = new Set<Operation>(['ln', 'log2', 'log10']);

/** The number that a function of numbers is exactly, or null. */
function foldFunction(operation: Operation, args: readonly Expression[]): Expression | null {
  const [u] = args;
  if (operation === 'ln' && u.kind === 'call' && u.operation === 'e') return number(1);
  const values = args.flatMap((arg) => (arg.kind === 'number' ? [arg.value] : []));
  if (values.length === 0 || values.length < args.length) return null;
  if (isNumber(u, 0) && atZero[operation] !== undefined) return number(atZero[operation]);
  if (isNumber(u, 1) && logarithms.has(operation)) return number(0);
  if (!integersFrom.has(operation)) return null;
  const value = describeOperation(operation).apply(...values);
  const isExact = Number.isSafeInteger(value) && values.every(Number.isSafeInteger);
  const isRoot = operation === 'sqrt' || operation === 'cbrt';
  const power = operation === 'sqrt' ? value ** 2 : value ** 3;
  return isExact && (!isRoot || power === values[0]) ? number(value) : null;
}
