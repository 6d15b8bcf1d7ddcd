import { isMeantAsNumber, isNumeric } from './number-text.ts';

/**
 * A first row of words is a header; one with numbers in it only if it names a column of numbers.
 * “1o” is a number with a slip in it, not a name.
 */
export function isHeader(
  first: readonly string[],
  others: readonly (readonly string[])[],
): boolean {
  const names = first.map((cell) => cell.trim() !== '' && !isMeantAsNumber(cell));
  const allNames = first.every((cell, i) => names[i] || cell.trim() === '');
  if (allNames) return names.includes(true);
  return names.some((isName, i) => isName && others.some((row) => isNumeric(row[i] ?? '')));
}
