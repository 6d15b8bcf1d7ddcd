import { add, divide, multiply, negate, power, square, subtract } from './build.ts';
import { argsOf, call, type Expression, isNumber, isSame, number } from './expression.ts';
import type { VariableName } from './names.ts';
import type { Operation } from './operations.ts';
import { outerDerivative } from './outer-derivative.ts';

/**
 * The exact derivative by the rules of calculus, not simplified (`derivative` is). Equal parts stay
 * shared, so it is only a few times as large as the function.
 *
 * Where a derivative does not exist the formula has no value either. At corners and jumps it is
 * written with `greater`: |x|' is 1 where x > 0 and -1 where x < 0. Only where the function itself has
 * a value does the formula say anything.
 */
export function differentiate(expression: Expression, by: VariableName = 'x'): Expression {
  const derivatives = new Map<Expression, Expression>();
  const contains = createContains(by);

  function d(part: Expression): Expression {
    let found = derivatives.get(part);
    if (!found) {
      found = part.kind === 'call' ? ofCall(part.operation, part.args, part) : ofLeaf(part);
      derivatives.set(part, found);
    }
    return found;
  }

  const ofLeaf = (part: Expression) => number(part.kind === 'variable' && part.name === by ? 1 : 0);

  function ofCall(
    operation: Operation,
    args: readonly Expression[],
    whole: Expression,
  ): Expression {
    if (!contains(whole)) return number(0);
    const [u, v] = args;
    switch (operation) {
      case 'add':
        return add(d(u), d(v));
      case 'subtract':
        return subtract(d(u), d(v));
      case 'negate':
        return negate(d(u));
      case 'multiply':
        return add(ofFactor(v, d(u)), ofFactor(u, d(v)));
      case 'divide':
        return ofQuotient(u, v);
      case 'power':
        return ofPower(u, v, whole);
      case 'min':
      case 'max':
        return ofExtreme(operation, args);
      case 'abs':
        return ofGreater([u, number(0)], [d(u), negate(d(u))]);
      case 'relu':
        return ofGreater([u, number(0)], [d(u), number(0)]);
      case 'sign':
        return ofJump(u, number(0), d(u));
      case 'floor':
        return ofJump(u, whole, d(u));
      case 'scaledPower':
        return ofScaledPower(args);
      case 'greater':
        return call('greater', ...args, ...args.slice(-2).map(d));
      default:
        return multiply(outerDerivative(operation, u, whole), d(u));
    }
  }

  function ofQuotient(u: Expression, v: Expression): Expression {
    if (!contains(v)) return divide(d(u), v);
    if (!contains(u)) return negate(divide(multiply(u, d(v)), square(v)));
    return divide(subtract(multiply(d(u), v), multiply(u, d(v))), square(v));
  }

  function ofPower(u: Expression, v: Expression, whole: Expression): Expression {
    if (!contains(v)) {
      const lower = v.kind === 'number' ? number(v.value - 1) : subtract(v, number(1));
      if (v.kind !== 'number') return multiply(call('scaledPower', v, u, lower), d(u));
      // x^0 is 1 at 0 too, where x^-1 does not exist.
      return multiply(isNumber(v, 0) ? v : multiply(v, power(u, lower)), d(u));
    }
    const isNatural = argsOf(u, 'e') !== null;
    if (isNatural) return ofFactor(whole, d(v));
    const logarithm = call('ln', u);
    if (!contains(u)) return multiply(multiply(whole, logarithm), d(v));
    // ln(u) is there, so u is not 0 and x/x is 1.
    const relative = isSame(u, v) ? d(u) : divide(multiply(v, d(u)), u);
    const inner = add(multiply(d(v), logarithm), relative);
    return multiply(whole, inner);
  }

  /** The factor and the exponent are those of a power whose exponent is constant. */
  function ofScaledPower([c, u, n]: readonly Expression[]): Expression {
    return multiply(call('scaledPower', multiply(c, n), u, subtract(n, number(1))), d(u));
  }

  /** The derivative of the one that is chosen, pair after pair. */
  function ofExtreme(operation: 'min' | 'max', args: readonly Expression[]): Expression {
    let [chosen] = args;
    let slope = d(chosen);
    for (const arg of args.slice(1)) {
      const pair = [chosen, arg] as const;
      const slopes = [slope, d(arg)] as const;
      slope = operation === 'max' ? ofGreater(pair, slopes) : ofGreater(swap(pair), slopes);
      chosen = call(operation, chosen, arg);
    }
    return slope;
  }

  return d(expression);
}

/** @returns tells whether a variable is in a part; equal parts are looked through once */
function createContains(by: VariableName): (part: Expression) => boolean {
  const contained = new Map<Expression, boolean>();
  function contains(part: Expression): boolean {
    let found = contained.get(part);
    if (found === undefined) {
      found =
        part.kind === 'variable'
          ? part.name === by
          : part.kind === 'call' && part.args.some(contains);
      contained.set(part, found);
    }
    return found;
  }
  return contains;
}

/** What a factor that has a value adds to a product's derivative, through the other's slope. */
const ofFactor = (factor: Expression, slope: Expression): Expression =>
  isNumber(slope, 0) ? slope : multiply(factor, slope);

type Pair = readonly [Expression, Expression];
const swap = ([u, v]: Pair): Pair => [v, u];

/** Follows the greater of two; where they are followed alike it does not matter which is. */
const ofGreater = ([u, v]: Pair, [left, right]: Pair): Expression =>
  isSame(left, right) ? left : call('greater', u, v, left, right);

/** Flat on either side of where `u` and `v` are one, with a jump there: no derivative. */
function ofJump(u: Expression, v: Expression, inner: Expression): Expression {
  const flat = multiply(number(0), inner);
  return call('greater', u, v, number(1), number(0), flat, flat);
}
