import { automaticValue } from './automatic-value.ts';
import { isChoice, isText, type ParameterTable, type ResolvedValues } from './parameters.ts';
import { textOf } from './text-of.ts';

/** Values, and what they were resolved to. */
export interface Resolution<V, R> {
  readonly values: V;
  readonly resolved: R;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Works out what values mean: reads the texts, and fills in what is automatic.
 *
 * @param former what was worked out for the values before; a text that has not changed is not read again
 * @throws Error of a text's `parse`, for one that was not checked
 */
export function resolveValues<T extends ParameterTable>(
  table: T,
  values: Readonly<Record<keyof T & string, unknown>>,
  former?: Resolution<Values, Values>,
): ResolvedValues<T> {
  const given: Values = values;
  const read: Record<string, unknown> = { ...given };
  for (const [name, parameter] of Object.entries(table)) {
    if (!isText(parameter)) continue;
    const text = textOf(parameter, given[name], given);
    const isKnown = former && textOf(parameter, former.values[name], former.values) === text;
    read[name] = isKnown ? former.resolved[name] : (parameter.parse?.(text) ?? text);
  }
  const resolved = { ...read };
  for (const [name, parameter] of Object.entries(table)) {
    if (isText(parameter) || isChoice(parameter)) continue;
    resolved[name] ??= automaticValue(parameter, read);
  }
  return resolved as ResolvedValues<T>;
}
