import { createPause } from '../base/create-pause.ts';
import type { RunOptions } from './backend.ts';

/** Uploads to its end with the event loop in between, so that a page stays alive. */
export async function sendValues(
  work: Generator<number, void>,
  total: number,
  { signal, onProgress }: RunOptions = {},
): Promise<void> {
  const pause = createPause(signal);
  let sent = 0;
  for (const count of work) {
    sent += count;
    onProgress?.(Math.min(1, sent / total));
    await pause();
  }
}
