import { argsOf, call, type Expression, number } from './expression.ts';
import { factorRank, isTotal, keyOf } from './expression-order.ts';

interface Factor {
  readonly base: Expression;
  /** A whole number of at least 1. */
  exponent: number;
}

/** A product as a coefficient, and what stands above and below the fraction bar. */
interface Fraction {
  above: number;
  below: number;
  /** Whether a factor above is the number 0. */
  zero: boolean;
  readonly over: Map<string, Factor>;
  readonly under: Map<string, Factor>;
}

/** A product, quotient, power or negation of simplified parts, with like factors together. */
export function simplifyProduct(product: Expression): Expression {
  const fraction: Fraction = {
    above: 1,
    below: 1,
    zero: false,
    over: new Map(),
    under: new Map(),
  };
  collect(product, 'over', fraction);
  // Folded beyond what the format holds, it would be another function.
  if (!isHeld(fraction.above, fraction.zero) || !isHeld(fraction.below, false)) return product;
  reduce(fraction);
  cancel(fraction);
  foldIntoBranches(fraction);
  const over = [...fraction.over.values()];
  const under = [...fraction.under.values()];
  if (fraction.above === 0) {
    // 0 / u stays, for it has no value where u is 0; so does 0 * ln(u).
    const partial = over.filter(({ base }) => !isTotal(base));
    if (under.length === 0 && partial.length === 0) return number(0);
    return quotient(written(0, partial), fraction.below, under);
  }
  return quotient(written(fraction.above, over), fraction.below, under);
}

function collect(part: Expression, side: 'over' | 'under', fraction: Fraction): void {
  const other = side === 'over' ? 'under' : 'over';
  if (part.kind === 'number' && !(side === 'under' && part.value === 0)) {
    multiplyInto(fraction, side, part.value);
    return;
  }
  if (part.kind === 'call') {
    const { operation, args } = part;
    if (operation === 'negate') {
      fraction.above = -fraction.above;
      collect(args[0], side, fraction);
      return;
    }
    if (operation === 'multiply') {
      for (const arg of args) collect(arg, side, fraction);
      return;
    }
    // 1 / (u / v) is not v / u: it has no value where v is 0.
    if (operation === 'divide' && side === 'over') {
      collect(args[0], side, fraction);
      collect(args[1], other, fraction);
      return;
    }
    if (operation === 'power') {
      collectPower(args, part, side, fraction);
      return;
    }
  }
  include(fraction[side], part, 1);
}

function collectPower(
  [base, exponent]: readonly Expression[],
  whole: Expression,
  sideName: 'over' | 'under',
  fraction: Fraction,
): void {
  const side = fraction[sideName];
  if (exponent.kind !== 'number' || !Number.isInteger(exponent.value) || exponent.value < 0) {
    include(side, whole, 1);
    return;
  }
  if (exponent.value === 0) {
    if (!isTotal(base)) include(side, whole, 1);
    return;
  }
  const folded = base.kind === 'number' ? base.value ** exponent.value : Number.NaN;
  if (Number.isSafeInteger(folded) && folded !== 0) {
    multiplyInto(fraction, sideName, folded);
    return;
  }
  // (2x)^3 is 8x^3.
  const factors = argsOf(base, 'multiply') ?? argsOf(base, 'negate');
  if (factors) {
    if (argsOf(base, 'negate') && exponent.value % 2 === 1) fraction.above = -fraction.above;
    for (const factor of factors) {
      collect(call('power', factor, exponent), sideName, fraction);
    }
    return;
  }
  const inner = argsOf(base, 'power');
  const innerExponent = inner?.[1];
  const isWhole =
    innerExponent?.kind === 'number' &&
    Number.isInteger(innerExponent.value) &&
    innerExponent.value > 0;
  if (inner && isWhole) include(side, inner[0], innerExponent.value * exponent.value);
  else include(side, base, exponent.value);
}

function multiplyInto(fraction: Fraction, side: 'over' | 'under', value: number): void {
  if (side === 'under') {
    fraction.below *= value;
    return;
  }
  fraction.above *= value;
  fraction.zero ||= value === 0;
}

const isHeld = (value: number, isZero: boolean) =>
  Number.isFinite(value) && (isZero || value !== 0);

function include(side: Map<string, Factor>, base: Expression, exponent: number): void {
  const key = keyOf(base);
  const known = side.get(key);
  if (known) known.exponent += exponent;
  else side.set(key, { base, exponent });
}

/** Takes common divisors and signs out of the two coefficients, exactly. */
function reduce(fraction: Fraction): void {
  if (fraction.below < 0) {
    fraction.above = -fraction.above;
    fraction.below = -fraction.below;
  }
  if (Number.isSafeInteger(fraction.above) && Number.isSafeInteger(fraction.below)) {
    const divisor = greatestCommonDivisor(Math.abs(fraction.above), fraction.below);
    fraction.above /= divisor;
    fraction.below /= divisor;
  }
}

/** x / x^3 is 1 / x^2: where that has no value the first had none. x^3 / x stays, for it has none at 0. */
function cancel({ over, under }: Fraction): void {
  for (const [key, factor] of over) {
    const below = under.get(key);
    if (!below || below.exponent <= factor.exponent) continue;
    below.exponent -= factor.exponent;
    over.delete(key);
  }
}

/** 2 (1 where x > 0; -1 where x < 0) has the 2 in its branches. */
function foldIntoBranches(fraction: Fraction): void {
  const [factor] = fraction.over.values();
  const args = factor && argsOf(factor.base, 'greater');
  if (!args || fraction.over.size > 1 || factor.exponent > 1) return;
  const isSplit = fraction.under.size > 0 || fraction.below !== 1 || fraction.above === 1;
  const last = args.slice(-2);
  const values = last.flatMap((it) => (it.kind === 'number' ? [it.value] : []));
  if (isSplit || values.length < 2) return;
  const scaled = values.map((value) => number(fraction.above * value + 0));
  // 0 times it is 0 only where it has a value.
  const before = fraction.above === 0 ? args : args.slice(0, -2);
  fraction.over.clear();
  fraction.above = 1;
  include(fraction.over, call('greater', ...before, ...scaled), 1);
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a || 1 : greatestCommonDivisor(b, a % b);

function quotient(above: Expression, below: number, under: readonly Factor[]): Expression {
  return below === 1 && under.length === 0 ? above : call('divide', above, written(below, under));
}

/** A coefficient and factors as a product, letters before functions. */
function written(coefficient: number, factors: readonly Factor[]): Expression {
  const powers = factors
    .map(({ base, exponent }) => ({ part: raised(base, exponent), rank: factorRank(base) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ part }) => part);
  const isSign = Math.abs(coefficient) === 1 && powers.length > 0;
  const all = isSign ? powers : [number(coefficient), ...powers];
  // -x rather than -1 * x.
  if (isSign && coefficient < 0) all[0] = call('negate', all[0]);
  return all.reduce((product, part) => call('multiply', product, part));
}

const raised = (base: Expression, exponent: number) =>
  exponent === 1 ? base : call('power', base, number(exponent));
