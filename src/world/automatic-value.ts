import type { NumberParameter } from './parameters.ts';

/** The number that a null value stands for, where the texts among the values are read. */
export function automaticValue(
  { standsFor, max }: NumberParameter,
  values: Readonly<Record<string, unknown>>,
): number {
  if (standsFor) return standsFor(values);
  return typeof max === 'function' ? max(values) : max;
}
