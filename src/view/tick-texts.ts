import { formatNumber } from '../base/format-number.ts';

/**
 * Numbers along an axis, with as many digits as it takes to tell them apart.
 *
 * @param values round numbers, such as `gridValues` gives
 * @param apart how far apart they are at least, above 0
 */
export function tickTexts(values: readonly number[], apart: number): string[] {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), apart);
  const digits = Math.max(2, Math.min(15, Math.ceil(Math.log10(largest / apart)) + 2));
  return values.map((value) => formatNumber(value, digits));
}
