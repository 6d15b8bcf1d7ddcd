import { atCharacter, ExpressionError } from './expression-error.ts';
import { kindOfName, type VariableName } from './names.ts';
import { describeOperation, type Operation } from './operations.ts';
import type { Token } from './read-tokens.ts';

export const deepestNesting = 100;

interface Open {
  readonly token: Token;
  /** The function whose parenthesis this is, if it is one's. */
  readonly callee: Token | null;
  commas: number;
  /** Unary signs and ^ that wait for their right side in here. */
  pending: number;
}

/**
 * Checks that signs follow each other as in a formula, before the parser sees them: it says what is
 * missing and where, and nothing is nested so deeply that reading it could fail.
 *
 * @returns the text for the parser: names of variables in parentheses, so that x(x+1) is a product
 * and no call, and |u| as abs(u)
 * @throws ExpressionError
 */
export function checkTokens(tokens: readonly Token[], variables: readonly VariableName[]): string {
  const written: string[] = [];
  const open: Open[] = [];
  let chain = 0;
  let previous: Token | null = null;
  /** Whether the next sign should begin a value. */
  let wantsValue = true;
  let callee: Token | null = null;

  const depth = () => open.reduce((sum, it) => sum + 1 + it.pending, chain);
  function begin(token: Token, ofFunction: Token | null): void {
    open.push({ token, callee: ofFunction, commas: 0, pending: chain });
    chain = 0;
    wantsValue = true;
  }
  function end(closed: Open): void {
    chain = closed.pending;
    wantsValue = false;
    if (closed.callee) checkCount(closed.callee, closed.commas + 1);
  }

  for (const token of tokens) {
    const { kind, text, position } = token;
    if (callee && kind !== '(') throw needsParentheses(callee);
    const innermost = open.at(-1);
    const closesBar = kind === '|' && innermost?.token.kind === '|' && !wantsValue;
    if (kind === 'operator' && wantsValue && (text === '+' || text === '-')) {
      chain++;
      written.push(text);
    } else if (kind === 'operator' || kind === ',' || kind === ')' || closesBar) {
      if (wantsValue) throw missing(previous, token, innermost);
      if (kind === 'operator') {
        // A power's exponent is nested in it; every other operator ends the chain before it.
        chain = text === '^' ? chain + 1 : 0;
        wantsValue = true;
        written.push(text);
      } else if (kind === ',') {
        if (!innermost?.callee) {
          throw new ExpressionError(
            `the comma ${atCharacter(position)} is in no function; a decimal point is written .`,
            position,
          );
        }
        innermost.commas++;
        chain = 0;
        wantsValue = true;
        written.push(',');
      } else {
        if (!innermost || (kind === ')') !== (innermost.token.kind === '(')) {
          throw unmatched(token, innermost);
        }
        open.pop();
        end(innermost);
        written.push(')');
      }
    } else if (kind === '(') {
      written.push('(');
      begin(token, callee);
      callee = null;
    } else if (kind === '|') {
      written.push('abs', '(');
      begin(token, null);
    } else if (kind === 'number') {
      if (!wantsValue) {
        throw new ExpressionError(
          `an operator is missing before ${text} ${atCharacter(position)}`,
          position,
        );
      }
      wantsValue = false;
      written.push(text);
    } else {
      if (kindOfName(text, variables, position) === 'function') {
        callee = token;
        wantsValue = true;
        written.push(text);
      } else {
        wantsValue = false;
        written.push('(', text, ')');
      }
    }
    if (depth() > deepestNesting) {
      throw new ExpressionError(
        `the formula is nested more than ${deepestNesting} deep ${atCharacter(position)}`,
        position,
      );
    }
    previous = token;
  }
  if (callee) throw needsParentheses(callee);
  const unclosed = open.at(-1);
  if (wantsValue && previous?.kind !== '(') throw missing(previous, null, unclosed);
  if (unclosed) throw notClosed(unclosed.token);
  return written.join(' ');
}

function missing(previous: Token | null, next: Token | null, open: Open | undefined) {
  if (!previous && !next) {
    return new ExpressionError('the formula is empty; write one, such as x^2', 0);
  }
  if (!previous) {
    const { text = '', position = 0 } = next ?? {};
    return new ExpressionError(
      `something is missing before ${text} ${atCharacter(position)}`,
      position,
    );
  }
  const { text, position } = previous;
  if (next && open?.token === previous) {
    const what = open.callee ? `${open.callee.text} has no argument` : 'there is nothing';
    const where = open.callee ? '' : ` between ${text} and ${next.text}`;
    return new ExpressionError(`${what}${where} ${atCharacter(position)}`, position);
  }
  return new ExpressionError(
    `something is missing after ${text} ${atCharacter(position)}`,
    position,
  );
}

const needsParentheses = ({ text, position }: Token) =>
  new ExpressionError(
    `${text} ${atCharacter(position)} needs its argument in parentheses: ${text}(x)`,
    position,
  );

const notClosed = ({ text, position }: Token) =>
  new ExpressionError(
    `the ${text === '|' ? 'bar | that opens' : 'parenthesis'} ${atCharacter(position)} is not closed`,
    position,
  );

const unmatched = ({ position }: Token, open: Open | undefined) =>
  open
    ? notClosed(open.token)
    : new ExpressionError(
        `the parenthesis ${atCharacter(position)} closes nothing; take it out`,
        position,
      );

function checkCount({ text, position }: Token, count: number): void {
  const { least, most } = describeOperation(text as Operation);
  if (count >= least && count <= most) return;
  const wanted = least === most ? `${least} argument` : `at least ${least} arguments`;
  throw new ExpressionError(
    `${text} ${atCharacter(position)} takes ${wanted}, not ${count}`,
    position,
  );
}
