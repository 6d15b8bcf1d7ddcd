import type { Expression } from './expression.ts';
import type { Operation } from './operations.ts';

/** One line of a tape: a value that later lines refer to by its place. */
export type TapeLine =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly operation: Operation; readonly inputs: readonly number[] };

export interface Tape {
  readonly lines: readonly TapeLine[];
  /** The line of each expression that the tape was made of. */
  readonly outputs: readonly number[];
}

/**
 * Formulas as straight-line code, in which what is the same is computed once. A derivative repeats
 * its function's parts again and again; its tape is only a few times as long.
 */
export function makeTape(expressions: readonly Expression[]): Tape {
  const lines: TapeLine[] = [];
  const known = new Map<string, number>();
  const visited = new Map<Expression, number>();

  function lineOf(expression: Expression): number {
    const seen = visited.get(expression);
    if (seen !== undefined) return seen;
    const line = describe(expression);
    const key =
      line.kind === 'call'
        ? `${line.operation} ${line.inputs.join()}`
        : line.kind === 'number'
          ? `number ${Object.is(line.value, -0) ? '-0' : line.value}`
          : `variable ${line.name}`;
    let place = known.get(key);
    if (place === undefined) {
      place = lines.length;
      lines.push(line);
      known.set(key, place);
    }
    visited.set(expression, place);
    return place;
  }

  function describe(expression: Expression): TapeLine {
    if (expression.kind !== 'call') return expression;
    const { operation, args } = expression;
    return { kind: 'call', operation, inputs: args.map(lineOf) };
  }

  const outputs = expressions.map(lineOf);
  return { lines, outputs };
}
