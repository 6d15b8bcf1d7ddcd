import { formatNumber } from '../../../base/format-number.ts';

/** A value as a cell shows it, and as people read NaN, infinities and the 0 below 0. */
export function valueText(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return Object.is(value, -0) ? '−0' : formatNumber(value, digits);
}
