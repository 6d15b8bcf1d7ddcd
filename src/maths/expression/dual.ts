import { dualRules } from './dual-rules.ts';
import type { EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { followGreater } from './follow-greater.ts';
import type { VariableName } from './names.ts';
import { describeOperation, type Operation } from './operations.ts';
import { makeTape } from './tape.ts';

/** A value with its first and second derivative; NaN for each that does not exist. */
export interface Dual {
  readonly value: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Dual numbers: x + dx goes in, and every operation carries the derivative along with the value, by
 * the chain rule. What is carried is a Taylor series to dx², so that the second derivative comes
 * with it. In f64.
 *
 * Where sign and floor jump there is no derivative: NaN. Where arguments of min or max tie there is
 * one if theirs agree; |u| is max(u, -u) and relu(u) is max(u, 0).
 */
export function compileDual(
  expression: Expression,
  { parameters = {} }: Pick<EvaluateOptions, 'parameters'> = {},
  by: VariableName = 'x',
): (x: number, y?: number) => Dual {
  const { lines, outputs } = makeTape([expression]);
  const constants = lines.map((): boolean => true);
  lines.forEach((line, place) => {
    if (line.kind === 'variable') constants[place] = line.name !== by;
    if (line.kind === 'call') constants[place] = line.inputs.every((input) => constants[input]);
  });
  return (x, y = 0) => {
    const values: Record<string, number> = { ...parameters, x, y };
    const duals: Dual[] = [];
    lines.forEach((line, place) => {
      if (line.kind === 'number') duals.push(constant(line.value));
      else if (line.kind === 'variable') {
        const value = values[line.name] ?? 1;
        duals.push(line.name === by ? { value, first: 1, second: 0 } : constant(value));
      } else {
        const args = line.inputs.map((input) => duals[input]);
        const { apply } = describeOperation(line.operation);
        const value = apply(...args.map((arg) => arg.value));
        const varies = line.inputs.map((input) => !constants[input]);
        duals.push(constants[place] ? constant(value) : carry(line.operation, args, value, varies));
      }
    });
    return judged(duals[outputs[0]]);
  };
}

const constant = (value: number): Dual => ({ value, first: 0, second: 0 });

function judged({ value, first, second }: Dual): Dual {
  const there = (it: number, isThere: boolean) =>
    isThere && Number.isFinite(it) ? it : Number.NaN;
  const hasValue = Number.isFinite(value);
  const hasFirst = hasValue && Number.isFinite(first);
  return {
    value: there(value, hasValue),
    first: there(first, hasFirst),
    second: there(second, hasFirst),
  };
}

/** One operation on dual numbers. */
function carry(
  operation: Operation,
  args: readonly Dual[],
  value: number,
  varies: readonly boolean[],
): Dual {
  const [u, v] = args;
  switch (operation) {
    case 'add':
      return { value, first: u.first + v.first, second: u.second + v.second };
    case 'subtract':
      return { value, first: u.first - v.first, second: u.second - v.second };
    case 'multiply':
      return {
        value,
        first: u.first * v.value + u.value * v.first,
        second: u.second * v.value + 2 * u.first * v.first + u.value * v.second,
      };
    case 'divide': {
      const first = (u.first - value * v.first) / v.value;
      return {
        value,
        first,
        second: (u.second - 2 * first * v.first - value * v.second) / v.value,
      };
    }
    case 'power':
      return carryPower(u, v, value, varies[1]);
    case 'max':
      return args.reduce(greaterOf);
    case 'min':
      return negated(args.map(negated).reduce(greaterOf));
    case 'abs':
      return greaterOf(u, negated(u));
    case 'relu':
      return greaterOf(u, constant(0));
    case 'greater':
    case 'scaledPower':
      throw new Error('a derivative has no dual numbers of its own');
    default: {
      const rule = dualRules[operation];
      if (!rule) throw new Error(`there is no rule for the derivative of ${operation}`);
      const [first, second] = rule(u.value, value);
      return chain(u, value, first, second);
    }
  }
}

const negated = ({ value, first, second }: Dual): Dual => ({
  value: -value,
  first: -first,
  second: -second,
});

/** The greater of two. */
function greaterOf(u: Dual, v: Dual): Dual {
  const chain = [u.value, v.value, u.first, v.first];
  return {
    value: Math.max(u.value, v.value),
    first: followGreater(chain),
    second: followGreater([...chain, u.second, v.second]),
  };
}

/** dy/dx = dy/du · du/dx, and the same to second order. */
const chain = (u: Dual, value: number, first: number, second: number): Dual => ({
  value,
  first: first * u.first,
  second: second * u.first * u.first + first * u.second,
});

function carryPower(u: Dual, v: Dual, value: number, exponentVaries: boolean): Dual {
  const n = v.value;
  if (!exponentVaries) {
    const power = describeOperation('power').apply;
    // x^1 has the slope 1 at 0 too, where x^-1 in its second derivative would not exist.
    const first = n === 0 ? 0 : n * power(u.value, n - 1);
    const second = n === 0 || n === 1 ? 0 : n * (n - 1) * power(u.value, n - 2);
    return chain(u, value, first, second);
  }
  // u^v = exp(v ln u).
  const logarithm = describeOperation('ln').apply(u.value);
  const relative = u.first / u.value;
  const slope = v.first * logarithm + n * relative;
  const bend =
    v.second * logarithm + 2 * v.first * relative + n * (u.second / u.value - relative * relative);
  return { value, first: value * slope, second: value * (slope * slope + bend) };
}
