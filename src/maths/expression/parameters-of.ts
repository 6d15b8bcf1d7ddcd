import type { Expression } from './expression.ts';
import { makeTape } from './tape.ts';

/** The names of a formula's parameters, in the order of the alphabet. */
export const parametersOf = (expression: Expression): readonly string[] =>
  makeTape([expression])
    .lines.flatMap((line) => (line.kind === 'variable' ? [line.name] : []))
    .filter((name) => name !== 'x' && name !== 'y')
    .sort();
