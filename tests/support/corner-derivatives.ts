const none = Number.NaN;

/**
 * Formulas at corners, jumps and ties: where, the first derivative there and the second, by hand. None
 * where two branches meet that do not agree on it, or on one of a lower order.
 */
export const cornerDerivatives: readonly (readonly [
  text: string,
  x: number,
  first: number,
  second: number,
])[] = [
  ['max(x, x)', 0.5, 1, 0],
  ['max(x, x)', 0, 1, 0],
  ['min(x, 2x - x, x)', 3, 1, 0],
  ['max(x^2, x^3)', 0, 0, none],
  ['max(x^2, x^2 + x^3)', 0, 0, 2],
  ['max(x, -x)', 0, none, none],
  ['min(x, -x)', 0, none, none],
  ['min(x, 1)', 1, none, none],
  ['max(x, 1, -5)', 1, none, none],
  ['max(x, -x, 1)', 0, 0, 0],
  // A corner of the one that is not chosen says nothing.
  ['max(sqrt(x), 1)', 0, 0, 0],
  ['max(|x|, 5)', 0, 0, 0],
  ['max(|x|, -5)', 0, none, none],
  ['|x|', 0, none, none],
  ['|x^2|', 0, 0, none],
  ['|x^3|', 0, 0, 0],
  ['relu(x^3)', 0, 0, 0],
  ['relu(x)', 0, none, none],
  ['relu(0x)', 0.7, 0, 0],
  ['|0x|', 0.7, 0, 0],
  ['sign(x)', 0, none, none],
  ['floor(x)', 2, none, none],
  ['floor(x)', 2.5, 0, 0],
  ['x^0 + |x|^0', 1, 0, 0],
  // Exponents that turn out as 0, 1 or 2, where x^-1 does not exist. a is 1.
  ['x^a', 0, 1, 0],
  ['x^(a-1)', 0, 0, 0],
  ['x^(2a)', 0, 0, 2],
  ['x^(a/2)', 0, none, none],
];
