import { linesOf } from '../../../view/code-lines.ts';

type Lines = readonly [first: number, last: number];
/** Which lines of a listing do what. */
export type PhaseLines = Readonly<Record<'read' | 'multiply' | 'sum' | 'write', Lines>>;

/** The lines of the four phases: each by what stands in it, or from one line to another. */
export function phasesOf(
  text: string,
  read: string | readonly [string, string],
  multiply: string,
  sum: string,
  write: string,
): PhaseLines {
  return {
    read: typeof read === 'string' ? linesOf(text, read) : linesOf(text, ...read),
    multiply: linesOf(text, multiply),
    sum: linesOf(text, sum),
    write: linesOf(text, write),
  };
}
