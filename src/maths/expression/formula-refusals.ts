import { atCharacter, ExpressionError } from './expression-error.ts';
import { isFunctionName } from './operations.ts';
import type { Token } from './read-tokens.ts';

const placeOf = ({ position }: Token) => atCharacter(position);
const refusal = (what: string, { position }: Token) => new ExpressionError(what, position);

/** What is wrong with tokens that make no formula, in a sentence each. */
export const formulaRefusals = {
  /** Where a value should begin and none does: what was read before it, and what stands there. */
  missing(read: readonly Token[], next: Token | undefined): ExpressionError {
    const [callee, previous] = [read.at(-2), read.at(-1)];
    if (!previous) {
      return next
        ? refusal(`something is missing before ${next.text} ${placeOf(next)}`, next)
        : new ExpressionError('the formula is empty; write one, such as x^2', 0);
    }
    const { text } = previous;
    const isOpening = text === '(' || text === '|';
    if (!isOpening) {
      return refusal(`something is missing after ${text} ${placeOf(previous)}`, previous);
    }
    if (!next) return formulaRefusals.notClosed(previous);
    const what =
      callee && isFunctionName(callee.text)
        ? `${callee.text} has no argument`
        : `there is nothing between ${text} and ${next.text}`;
    return refusal(`${what} ${placeOf(previous)}`, previous);
  },

  notClosed(open: Token): ExpressionError {
    const what = open.kind === '|' ? 'bar | that opens' : 'parenthesis';
    return refusal(`the ${what} ${placeOf(open)} is not closed`, open);
  },

  /** A parenthesis, or a comma, that belongs to nothing. */
  stray(token: Token): ExpressionError {
    const what =
      token.kind === ','
        ? `the comma ${placeOf(token)} is in no function; a decimal point is written .`
        : `the parenthesis ${placeOf(token)} closes nothing; take it out`;
    return refusal(what, token);
  },

  noOperator: (before: Token) =>
    refusal(`an operator is missing before ${before.text} ${placeOf(before)}`, before),

  noParentheses: (callee: Token) =>
    refusal(
      `${callee.text} ${placeOf(callee)} needs its argument in parentheses: ${callee.text}(x)`,
      callee,
    ),

  wrongCount(callee: Token, count: number, { least, most }: { least: number; most: number }) {
    const wanted = least === most ? `${least} argument` : `at least ${least} arguments`;
    return refusal(`${callee.text} ${placeOf(callee)} takes ${wanted}, not ${count}`, callee);
  },

  tooDeep: (token: Token, deepest: number) =>
    refusal(`the formula is nested more than ${deepest} deep ${placeOf(token)}`, token),
};
