import { erfc } from './error-function.ts';
import { describeOperation, type Operation } from './operations.ts';

/** The first and second derivative of a function of one argument. */
type Rule = (u: number, value: number) => readonly [first: number, second: number];

const sigmoid = describeOperation('sigmoid').apply;
const normalDensity = (u: number) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);
const logarithm =
  (scale: number): Rule =>
  (u) => [1 / (scale * u), -1 / (scale * u * u)];
const arcsine =
  (sign: number): Rule =>
  (u) => {
    const below = 1 - u * u;
    return [sign / Math.sqrt(below), (sign * u) / (below * Math.sqrt(below))];
  };

/** The chain rule's outer factors. */
export const dualRules: Partial<Record<Operation, Rule>> = {
  negate: () => [-1, 0],
  exp: (_, value) => [value, value],
  ln: logarithm(1),
  log2: logarithm(Math.LN2),
  log10: logarithm(Math.LN10),
  sqrt: (_, value) => [1 / (2 * value), -1 / (4 * value ** 3)],
  cbrt: (_, value) => [1 / (3 * value ** 2), -2 / (9 * value ** 5)],
  // A jump at 0, and at every whole number.
  sign: (u) => (u === 0 ? [Number.NaN, Number.NaN] : [0, 0]),
  floor: (u, value) => (u === value ? [Number.NaN, Number.NaN] : [0, 0]),
  sin: (u, value) => [Math.cos(u), -value],
  cos: (u, value) => [-Math.sin(u), -value],
  tan: (u, value) => [1 / Math.cos(u) ** 2, (2 * value) / Math.cos(u) ** 2],
  asin: arcsine(1),
  acos: arcsine(-1),
  atan: (u) => [1 / (1 + u * u), (-2 * u) / (1 + u * u) ** 2],
  sinh: (u, value) => [Math.cosh(u), value],
  cosh: (u, value) => [Math.sinh(u), value],
  tanh: (_, value) => [1 - value * value, -2 * value * (1 - value * value)],
  sigmoid(u, value) {
    const rest = sigmoid(-u);
    return [value * rest, value * rest * (rest - value)];
  },
  softplus(u) {
    const value = sigmoid(u);
    return [value, value * sigmoid(-u)];
  },
  erf(u) {
    const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-u * u);
    return [slope, -2 * u * slope];
  },
  gelu(u) {
    const density = normalDensity(u);
    return [erfc(-u / Math.SQRT2) / 2 + u * density, density * (2 - u * u)];
  },
};
