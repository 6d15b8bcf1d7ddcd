/** A text that is no formula; the message says what to change. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
  /** Where in the text, in UTF-16 units from 0. The message counts from 1, as people do. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}

/** “at character 3” for a position that counts from 0. */
export const atCharacter = (position: number) => `at character ${position + 1}`;
