import { formatNumber } from '../../../base/format-number.ts';

/** A number with digits that can be compared, or a word where there is none. */
export const numberText = (value: number, digits = 4) =>
  Number.isFinite(value) ? formatNumber(value, digits) : 'no value';
