import { nextTask } from './next-task.ts';

/** Signals and timers wait for no longer than about twice this. */
const sliceMs = 20;

/**
 * Cuts long work into slices: awaited again and again, it lets the event loop go on after each slice.
 *
 * @throws the signal's reason once it is aborted
 */
export function createPause(signal?: AbortSignal): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < sliceMs) return;
    await nextTask();
    begun = performance.now();
    signal?.throwIfAborted();
  };
}
