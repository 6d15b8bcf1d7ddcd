import { atCharacter, ExpressionError } from './expression-error.ts';

export interface Token {
  readonly kind: 'number' | 'name' | 'operator' | '(' | ')' | '|' | ',';
  /** As the parser sees it: π is pi, × is *. */
  readonly text: string;
  /** Where it begins in the text that was given. */
  readonly position: number;
}

const longestText = 1000;

const spaces = /\s+/y;
const numbers = /(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/iy;
const names = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const others: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '÷': '/',
};

/** Signs that people try, and why they are none of this language. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^\*\*/, 'a power is written ^ here, not **'],
  [/^!(?!=)/, 'there is no factorial'],
  [/^[=≠<>≤≥!]/, 'a function is a formula without comparison or assignment'],
  [/^'/, 'a derivative cannot be written with a prime; write the function itself'],
  [/^["“”`]/, 'a formula has no quoted text'],
  [/^[[\]{}]/, 'only round parentheses are known; there are no lists or matrices'],
  [/^[;:]/, 'there is one formula, without lists or ranges'],
  [/^[²³⁰¹⁴-⁹]/, 'write a raised digit with ^, as in x^2'],
  [/^[%°$€]/, 'there are no units or percentages; write the number itself'],
  [/^√/, 'write sqrt(…) for a root'],
];

/**
 * Cuts a formula into its signs.
 *
 * @throws ExpressionError for a text that is too long, or a sign that is not of the language
 */
export function readTokens(text: string): readonly Token[] {
  if (text.length > longestText) {
    throw new ExpressionError(
      `the formula has ${text.length} characters; at most ${longestText} are read`,
      longestText,
    );
  }
  const tokens: Token[] = [];
  for (let position = 0; position < text.length; ) {
    const space = match(spaces, text, position);
    if (space !== null) {
      position += space.length;
      continue;
    }
    const token = readToken(text, position);
    tokens.push(token);
    position += token.length;
  }
  return tokens;
}

function readToken(text: string, position: number): Token & { readonly length: number } {
  const number = match(numbers, text, position);
  if (number !== null) {
    checkNumber(number, text[position + number.length], position);
    return { kind: 'number', text: number, position, length: number.length };
  }
  const name = match(names, text, position);
  if (name !== null) {
    const known = name === 'π' ? 'pi' : name;
    return { kind: 'name', text: known, position, length: name.length };
  }
  const sign = String.fromCodePoint(text.codePointAt(position) ?? 0);
  const rest = text.slice(position);
  const refused = refusals.find(([pattern]) => pattern.test(rest));
  if (refused) throw new ExpressionError(`${refused[1]} (${atCharacter(position)})`, position);
  const plain = others[sign] ?? sign;
  if ('+-*/^'.includes(plain)) return { kind: 'operator', text: plain, position, length: 1 };
  if (plain === '(' || plain === ')' || plain === '|' || plain === ',') {
    return { kind: plain, text: plain, position, length: 1 };
  }
  throw new ExpressionError(
    `“${sign}” means nothing in a formula, ${atCharacter(position)}`,
    position,
  );
}

function checkNumber(text: string, next: string | undefined, position: number): void {
  if (next === '.') {
    throw new ExpressionError(
      `${text}. has two decimal points, ${atCharacter(position)}`,
      position,
    );
  }
  if (!Number.isFinite(Number(text))) {
    throw new ExpressionError(`${text} is larger than any number of the computer’s`, position);
  }
}

function match(pattern: RegExp, text: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? null;
}
