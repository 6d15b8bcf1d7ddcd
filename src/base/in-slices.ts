import { createPause } from './create-pause.ts';

export interface SliceOptions {
  /** Ends the work between two slices; the promise is rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told of the part of the work that is done, from 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** A piece is as large as what takes about this long. */
const pieceMs = 5;

/**
 * Does long work over items 0 to `count` range by range, in their order, with the event loop in
 * between, so that signals are heard and a page stays alive.
 *
 * @param act does the items from `first` to before `end`; no single one may take long
 */
export async function inSlices(
  count: number,
  act: (first: number, end: number) => void,
  { signal, onProgress }: SliceOptions = {},
): Promise<void> {
  const pause = createPause(signal);
  let size = 1;
  for (let first = 0; first < count; ) {
    const end = Math.min(count, first + size);
    const begun = performance.now();
    act(first, end);
    const ms = performance.now() - begun;
    // Never much larger at once: the next items may be slower ones.
    if (ms < pieceMs) size *= 2;
    else size = Math.max(1, Math.floor((size * pieceMs) / ms));
    first = end;
    onProgress?.(first / count);
    await pause();
  }
}
