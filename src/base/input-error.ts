/**
 * The person's input is at fault, and the message says in one sentence what to change. The page
 * shows it as it stands; the headless run prints it behind `error: ` and exits with status 2.
 */
export class InputError extends Error {
  override name = 'InputError';
}
