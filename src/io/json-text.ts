import { writeNumber } from './write-number.ts';

/**
 * A value as JSON with nothing lost: -0 keeps its sign, and what JSON has no numbers for becomes one
 * of the texts "NaN", "Infinity" and "-Infinity". Keys without a value are left out.
 */
export function jsonText(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? writeNumber(value) : `"${value}"`;
  }
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, it]) => it !== undefined);
  return `{${members.map(([key, it]) => `${JSON.stringify(key)}:${jsonText(it)}`).join(',')}}`;
}
