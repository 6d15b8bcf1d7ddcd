import { EinsumError } from './einsum-error.ts';

/** The subscripts of an operand or of the result. */
export interface Subscripts {
  /** As they were written, without spaces. */
  readonly text: string;
  readonly letters: readonly string[];
  /** How many letters stand before the ellipsis; null where there is none. */
  readonly ellipsisAt: number | null;
}

export interface EinsumExpression {
  readonly text: string;
  readonly operands: readonly Subscripts[];
  /** null where the result is implicit: there is no arrow. */
  readonly output: Subscripts | null;
}

/**
 * Reads an expression as `numpy.einsum` does: subscripts of the operands, parted by commas, and after
 * an arrow those of the result, which may be left out. Spaces between letters mean nothing.
 *
 * @throws EinsumError that says what is wrong, and where
 */
export function parseEinsum(text: string): EinsumExpression {
  const stray = [...text].findIndex((sign) => !/[A-Za-z,.\-> ]/.test(sign));
  if (stray >= 0) {
    throw new EinsumError(
      `“${[...text][stray]}” at position ${stray + 1} of '${text}' is no letter; give letters, commas, '...' and one '->'`,
    );
  }
  if (/- +>|\. +\./.test(text)) {
    throw new EinsumError(
      `'${text}' has a space within an arrow or an ellipsis; write '->' and '...'`,
    );
  }
  const sides = text.replace(/\s+/g, '').split('->');
  if (sides.length > 2) {
    throw new EinsumError(`'${text}' has ${sides.length - 1} arrows; give one '->' at most`);
  }
  const [inputs, output] = sides;
  if (/[->]/.test(sides.join(''))) {
    throw new EinsumError(`'${text}' has a '-' or '>' that is no arrow; an arrow is '->'`);
  }
  if (output?.includes(',')) {
    throw new EinsumError(`'${text}' has a comma after the arrow; there is one result`);
  }
  return {
    text,
    operands: inputs.split(',').map((term) => parseTerm(term, text)),
    output: output === undefined ? null : parseTerm(output, text),
  };
}

function parseTerm(term: string, text: string): Subscripts {
  const parts = term.split('...');
  if (parts.length > 2) {
    throw new EinsumError(
      `'${term}' in '${text}' has more than one ellipsis; give one '...' at most`,
    );
  }
  if (parts.some((part) => part.includes('.'))) {
    throw new EinsumError(
      `'${term}' in '${text}' has dots that are no ellipsis; give three: '...'`,
    );
  }
  return {
    text: term,
    letters: [...parts.join('')],
    ellipsisAt: parts.length === 2 ? parts[0].length : null,
  };
}
