/** From here on it is 0: 2^-64 = 5e-20 is nothing beside a weight of 1. */
export const leastPower = 64;

/** Steps of the table for each power of two. */
const steps = 32;
const powers = Float64Array.from({ length: leastPower * steps + 1 }, (_, i) => 2 ** (-i / steps));
const rate = -Math.LN2;

/**
 * 2^-t, three times as fast as `Math.exp` and to 3e-15 of its value: the nearest entry of a table,
 * times the rest as a sum of five powers.
 *
 * @param t from 0 to before 64
 */
export function powerOfHalf(t: number): number {
  const nearest = (t * steps + 0.5) | 0;
  const u = rate * (t - nearest / steps);
  const rest = 1 + u * (1 + u * (1 / 2 + u * (1 / 6 + u * (1 / 24 + u * (1 / 120)))));
  return powers[nearest] * rest;
}
