import { erf, erfc } from './error-function.ts';
import { followGreater } from './follow-greater.ts';

type Apply = (...values: number[]) => number;

interface Description {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  /** Its value in f64; NaN outside of its domain, ±Infinity where the format overflows. */
  readonly apply: Apply;
  /** Whether it has a value for all arguments, as mathematics sees it. */
  readonly total: boolean;
}

const constant = (value: number): Description => ({
  least: 0,
  most: 0,
  apply: () => value,
  total: true,
});
const unary = (apply: (u: number) => number, domain: 'total' | 'partial'): Description => ({
  least: 1,
  most: 1,
  apply: apply as Apply,
  total: domain === 'total',
});
const binary = (
  apply: (u: number, v: number) => number,
  domain: 'total' | 'partial',
): Description => ({ least: 2, most: 2, apply: apply as Apply, total: domain === 'total' });
const many = (apply: Apply): Description => ({
  least: 2,
  most: Number.POSITIVE_INFINITY,
  apply,
  total: true,
});

/** Logarithms have no value at 0: -Infinity is no number. */
const ofPositive = (apply: (u: number) => number) => (u: number) => (u > 0 ? apply(u) : Number.NaN);

function sigmoid(u: number): number {
  const small = Math.exp(-Math.abs(u));
  return u >= 0 ? 1 / (1 + small) : small / (1 + small);
}

/** 0 to a negative power is a division by zero; 0^0 is 1, as in every polynomial. A square is rounded once. */
function power(base: number, exponent: number): number {
  if (exponent === 2) return base * base;
  return base === 0 && exponent < 0 ? Number.NaN : base ** exponent;
}

/** c uⁿ, where a c of 0 leaves nothing: x⁰ has the slope 0 at 0, where 0⁻¹ does not exist. */
const scaledPower = (c: number, u: number, n: number) => (c === 0 ? 0 : c * power(u, n));

/** Every operator, function and constant of the language. */
export const operations = {
  pi: constant(Math.PI),
  e: constant(Math.E),
  add: binary((u, v) => u + v, 'total'),
  subtract: binary((u, v) => u - v, 'total'),
  multiply: binary((u, v) => u * v, 'total'),
  divide: binary((u, v) => (v === 0 ? Number.NaN : u / v), 'partial'),
  power: binary(power, 'partial'),
  negate: unary((u) => -u, 'total'),
  exp: unary(Math.exp, 'total'),
  ln: unary(ofPositive(Math.log), 'partial'),
  log2: unary(ofPositive(Math.log2), 'partial'),
  log10: unary(ofPositive(Math.log10), 'partial'),
  sqrt: unary(Math.sqrt, 'partial'),
  cbrt: unary(Math.cbrt, 'total'),
  abs: unary(Math.abs, 'total'),
  sign: unary(Math.sign, 'total'),
  sin: unary(Math.sin, 'total'),
  cos: unary(Math.cos, 'total'),
  tan: unary(Math.tan, 'partial'),
  asin: unary(Math.asin, 'partial'),
  acos: unary(Math.acos, 'partial'),
  atan: unary(Math.atan, 'total'),
  sinh: unary(Math.sinh, 'total'),
  cosh: unary(Math.cosh, 'total'),
  tanh: unary(Math.tanh, 'total'),
  sigmoid: unary(sigmoid, 'total'),
  relu: unary((u) => Math.max(u, 0), 'total'),
  softplus: unary((u) => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))), 'total'),
  /** u Φ(u), exactly; not the tanh that stands in for it. */
  gelu: unary((u) => (u * erfc(-u / Math.SQRT2)) / 2, 'total'),
  /** What the derivative of gelu is written with. */
  erf: unary(erf, 'total'),
  floor: unary(Math.floor, 'total'),
  min: many(Math.min),
  max: many(Math.max),
  /** What the derivative of a power is written with whose exponent is no plain number. */
  scaledPower: { least: 3, most: 3, apply: scaledPower as Apply, total: false },
  /** What the derivatives of functions with corners are written with; see `follow-greater.ts`. */
  greater: {
    least: 4,
    most: Number.POSITIVE_INFINITY,
    apply: (...chain) => followGreater(chain),
    total: false,
  },
} as const satisfies Record<string, Description>;

export type Operation = keyof typeof operations;

/** The same table, for code that goes through it by name. */
export const describeOperation = (operation: Operation): Description => operations[operation];

const notWritten = new Set([
  'pi',
  'e',
  'add',
  'subtract',
  'multiply',
  'divide',
  'power',
  'negate',
  'greater',
  'scaledPower',
]);

/** What is written as a name and its arguments in parentheses. */
export const functionNames = (Object.keys(operations) as Operation[]).filter(
  (name) => !notWritten.has(name),
);
export const isFunctionName = (name: string): name is Operation =>
  (functionNames as readonly string[]).includes(name);
