import type { Expression } from './expression.ts';
import { variablesOf } from './variables-of.ts';

/** The names of a formula's parameters, in the order of the alphabet. */
export const parametersOf = (expression: Expression): readonly string[] =>
  variablesOf(expression)
    .filter((name) => name !== 'x' && name !== 'y')
    .sort();
