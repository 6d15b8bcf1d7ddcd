import { isNumeric } from './number-text.ts';

/** Reads a number, also one of those that are not finite: NaN, Infinity, -inf. @returns null for none */
export function readNumber(text: string): number | null {
  const written = text.trim();
  if (isNumeric(written)) return Number(written);
  if (/^[+-]?nan$/i.test(written)) return Number.NaN;
  const [, sign] = /^([+-]?)inf(?:inity)?$/i.exec(written) ?? [];
  if (sign === undefined) return null;
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
