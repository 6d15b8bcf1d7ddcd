import { add, divide, divideAlways, multiply, negate, power, square, subtract } from './build.ts';
import { argsOf, call, type Expression, isSame, number } from './expression.ts';
import type { VariableName } from './names.ts';
import type { Operation } from './operations.ts';

/**
 * The exact derivative by the rules of calculus, not simplified (`derivative` is). Equal parts stay
 * shared, so it is only a few times as large as the function.
 *
 * Where a derivative does not exist the formula has no value either: |x|' is x/|x|, which at 0 is
 * 0/0, and floor's is 0/(x - floor(x)). Only where the function itself has a value does the
 * formula say anything.
 */
export function differentiate(expression: Expression, by: VariableName = 'x'): Expression {
  const derivatives = new Map<Expression, Expression>();
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
        return add(multiply(d(u), v), multiply(u, d(v)));
      case 'divide':
        return ofQuotient(u, v);
      case 'power':
        return ofPower(u, v, whole);
      case 'min':
      case 'max':
        return ofExtreme(operation, args);
      default:
        return multiply(outerDerivative(operation, u, whole), d(u));
    }
  }

  function ofQuotient(u: Expression, v: Expression): Expression {
    // What |x|' and relu' are made of: constant on either side of 0, where it has no value.
    if (isSameAs(u, argsOf(v, 'abs'))) return divideAlways(number(0), u);
    if (isSameAs(v, argsOf(u, 'relu'))) return divideAlways(number(0), v);
    if (isSameAs(u, [number(0)])) return divideAlways(u, v);
    if (!contains(v)) return divide(d(u), v);
    if (!contains(u)) return negate(divide(multiply(u, d(v)), square(v)));
    return divide(subtract(multiply(d(u), v), multiply(u, d(v))), square(v));
  }

  function ofPower(u: Expression, v: Expression, whole: Expression): Expression {
    if (!contains(v)) {
      const lower = v.kind === 'number' ? number(v.value - 1) : subtract(v, number(1));
      return multiply(multiply(v, power(u, lower)), d(u));
    }
    const isNatural = argsOf(u, 'e') !== null;
    if (isNatural) return multiply(whole, d(v));
    const logarithm = call('ln', u);
    if (!contains(u)) return multiply(multiply(whole, logarithm), d(v));
    // ln(u) is there, so u is not 0 and x/x is 1.
    const relative = isSame(u, v) ? d(u) : divide(multiply(v, d(u)), u);
    const inner = add(multiply(d(v), logarithm), relative);
    return multiply(whole, inner);
  }

  /** The derivative of the one that is chosen; where two tie for it there is none. */
  function ofExtreme(operation: 'min' | 'max', args: readonly Expression[]): Expression {
    const others = withoutEach(operation, args);
    return args
      .map((arg, i) => {
        const lead = operation === 'max' ? subtract(arg, others[i]) : subtract(others[i], arg);
        // 1 where this one is chosen, 0 where another is, and no value in between.
        return multiply(divideAlways(call('relu', lead), lead), d(arg));
      })
      .reduce(add);
  }

  return d(expression);
}

const isSameAs = (part: Expression, args: readonly Expression[] | null) =>
  args !== null && isSame(part, args[0]);

/** The extreme of all arguments but one, for each of them. */
function withoutEach(operation: 'min' | 'max', args: readonly Expression[]): Expression[] {
  const extreme = (parts: readonly Expression[]) =>
    parts.length === 1 ? parts[0] : call(operation, ...parts);
  const isShort = args.length <= 4;
  if (isShort) return args.map((_, i) => extreme(args.filter((_, j) => j !== i)));
  // From both ends, so that of many arguments the derivative grows with their number only.
  const before = [args[0]];
  const after = [args[args.length - 1]];
  for (let i = 1; i < args.length; i++) {
    before.push(extreme([before[i - 1], args[i]]));
    after.push(extreme([args[args.length - 1 - i], after[i - 1]]));
  }
  return args.map((_, i) =>
    extreme([
      ...(i > 0 ? [before[i - 1]] : []),
      ...(i < args.length - 1 ? [after[args.length - 2 - i]] : []),
    ]),
  );
}

/** The derivative of a function of one argument at u. */
function outerDerivative(operation: Operation, u: Expression, whole: Expression): Expression {
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
    case 'abs':
      return divideAlways(u, whole);
    case 'sign':
      return divideAlways(number(0), u);
    case 'floor':
      return divideAlways(number(0), subtract(u, whole));
    case 'relu':
      return divideAlways(whole, u);
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
