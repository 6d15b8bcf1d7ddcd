import type { Expression } from './expression.ts';
import { makeTape } from './tape.ts';

/** The names that stand in a formula: x, y and its parameters, each once. */
export const variablesOf = (expression: Expression): string[] =>
  makeTape([expression]).lines.flatMap((line) => (line.kind === 'variable' ? [line.name] : []));
