import type { Expression } from './expression.ts';

/** How many numbers, names and calls an expression has when it is written out. */
export function expressionSize(expression: Expression): number {
  const sizes = new Map<Expression, number>();
  function size(part: Expression): number {
    if (part.kind !== 'call') return 1;
    let found = sizes.get(part);
    if (found === undefined) {
      found = part.args.reduce((sum, arg) => sum + size(arg), 1);
      sizes.set(part, found);
    }
    return found;
  }
  return size(expression);
}

const longestWritten = 4000;

/** What stands for a derivative that nobody could read, or null if it can be written out. */
export function describeTooLong(expression: Expression): string | null {
  const size = expressionSize(expression);
  return size > longestWritten ? `a formula of ${size} parts, too long to write out` : null;
}
