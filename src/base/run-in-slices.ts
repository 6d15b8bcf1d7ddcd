import { createPause } from './create-pause.ts';

/**
 * Runs work to its end that yields wherever it can be interrupted, with the event loop in between.
 *
 * @returns what the work returns
 */
export async function runInSlices<T>(
  work: Generator<unknown, T>,
  signal?: AbortSignal,
): Promise<T> {
  const pause = createPause(signal);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pause();
  }
}
