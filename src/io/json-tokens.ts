import { createScanner } from 'jsonc-parser';
import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';

export interface JsonToken {
  /** A number, a text, another value, or the end; or one of the signs. */
  readonly kind: 'number' | 'string' | 'literal' | 'end' | '[' | ']' | '{' | '}' | ',' | ':';
  /** A text's characters; of anything else how it was written. */
  readonly value: string;
  /** As it was written. */
  readonly json: string;
  readonly line: number;
  readonly column: number;
}

/** As the scanner numbers them; its own names for them end with the types. */
const literals = [7, 8, 9];
const stringToken = 10;
const numberToken = 11;
const comments = [12, 13];
const endToken = 17;

/** Reads a text's JSON tokens one by one, as strictly as RFC 8259 has them. */
export function jsonTokens(text: string, label: string): { next(): JsonToken; refuse: Refuse } {
  const scanner = createScanner(text, false);

  function next(): JsonToken {
    let kind: number = scanner.scan();
    // Line ends and spaces.
    while (kind === 14 || kind === 15) kind = scanner.scan();
    const offset = scanner.getTokenOffset();
    const json = text.substring(offset, offset + scanner.getTokenLength());
    const token: JsonToken = {
      kind: nameOf(kind, json),
      value: scanner.getTokenValue(),
      json,
      line: scanner.getTokenStartLine() + 1,
      column: scanner.getTokenStartCharacter() + 1,
    };
    if (comments.includes(kind)) refuse(token, 'JSON has no comments');
    if (scanner.getTokenError() !== 0 || kind === 16) refuse(token, `${quoted(json)} is no value`);
    return token;
  }

  const refuse: Refuse = ({ line, column }, why) => {
    throw new InputError(
      `${label} is no valid JSON: ${why} (line ${line}, column ${column}); mend it there`,
    );
  };

  return { next, refuse };
}

type Refuse = (at: JsonToken, why: string) => never;

function nameOf(kind: number, json: string): JsonToken['kind'] {
  if (kind === numberToken) return 'number';
  if (kind === stringToken) return 'string';
  if (kind === endToken) return 'end';
  return literals.includes(kind) ? 'literal' : (json as JsonToken['kind']);
}

/** A token, for the sentence that says what is wrong about it. */
export const describeToken = ({ kind, json }: JsonToken) =>
  kind === 'end' ? 'it ends too early' : `${quoted(json)} stands where it cannot`;
