/** How far two derivatives may differ by rounding and still count as one, relative to the larger. */
const agreement = { f64: 2 ** -40, f32: 2 ** -18 } as const;

/**
 * The derivative of a function that follows the greater of two others: the left ones where `u` is
 * greater, the right ones where `v` is. Where the two tie it exists only if both sides agree.
 *
 * @param chain `u, v` and then one pair, left and right, for each order from the first on
 * @returns the last order's; NaN where it, or one of the orders before it, does not exist
 */
export function followGreater(
  chain: readonly number[],
  precision: keyof typeof agreement = 'f64',
): number {
  const [u, v] = chain;
  if (Number.isNaN(u) || Number.isNaN(v)) return Number.NaN;
  let found = Number.NaN;
  for (let at = 2; at < chain.length; at += 2) {
    const left = chain[at];
    const right = chain[at + 1];
    const isTied = u === v && !isSameSlope(left, right, precision);
    found = isTied ? Number.NaN : u < v ? right : left;
    if (Number.isNaN(found)) return found;
  }
  return found;
}

/** Whether two derivatives are one, but for rounding. */
export const isSameSlope = (
  left: number,
  right: number,
  precision: keyof typeof agreement = 'f64',
): boolean =>
  left === right ||
  Math.abs(left - right) <= agreement[precision] * Math.max(Math.abs(left), Math.abs(right));
