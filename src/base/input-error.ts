import { shorten } from './shorten.ts';

/** With `error: ` before it a sentence stays below 200 characters. */
const mostCharacters = 190;

/**
 * The person's input is at fault, and the message says in one sentence what to change. The page
 * shows it as it stands; the headless run prints it behind `error: ` and exits with status 2.
 *
 * Messages echo what they refuse, so their length is held here: the beginning, which names the
 * fault, and the end, which says what to change, stay.
 */
export class InputError extends Error {
  override name = 'InputError';

  constructor(message: string) {
    super(shorten(message, mostCharacters));
  }
}
