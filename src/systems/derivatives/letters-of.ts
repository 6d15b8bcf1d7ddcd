import type { ParameterValues } from '../../maths/expression/evaluate.ts';
import { parametersOf } from '../../maths/expression/parameters-of.ts';
import type { DerivativesWorld } from './world.ts';

/** What the formula's letters are set to; 1 for those that are not. */
export function lettersOf({ expression, resolved }: DerivativesWorld): ParameterValues {
  const all: Readonly<Record<string, unknown>> = resolved;
  return Object.fromEntries(parametersOf(expression).map((name) => [name, Number(all[name] ?? 1)]));
}
