import type { Axis } from './chart.ts';

/**
 * What an axis spans: its fixed range, or what the values span; whole decades on a log axis.
 *
 * @param values what must be seen on it; null and, on a log axis, what is not positive is left out
 * @param padding how much wider than the values, on a linear axis, as a part of their span
 */
export function axisRange(
  axis: Axis,
  values: Iterable<number | null>,
  padding = 0,
): [least: number, most: number] {
  if (axis.range) return [...axis.range];
  if (axis.categories) return [-0.6, axis.categories.length - 0.4];
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || !Number.isFinite(value) || (axis.log && value <= 0)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (axis.log) return least > most ? [1e-3, 10] : decades(least, most);
  if (least > most) return axis.integer ? [0, 5] : [0, 1];
  if (axis.integer) return [least, Math.max(most, least + 5)];
  const margin = (most - least || 1) * padding;
  return [least - margin, (most === least ? most + 1 : most) + margin];
}

function decades(least: number, most: number): [number, number] {
  const from = Math.floor(Math.log10(least));
  const to = Math.ceil(Math.log10(most));
  return [10 ** (from === to ? from - 1 : from), 10 ** to];
}
