import { InputError } from '../base/input-error.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import { describeFailure } from './describe-failure.ts';

/** Tells a person what went wrong; the console hears of what is a fault of the page. */
export function tellFailure(error: unknown, notify: (sentence: string) => void): void {
  // Spoken of where the scene is opened again.
  if (error instanceof DeviceLostError) return;
  // What a person asked for and cannot have is no fault of the page.
  if (!(error instanceof InputError)) console.error(error);
  notify(describeFailure(error));
}
