import type { RunOptions } from './backend.ts';

/** How far a run has come. */
export interface WorkFollower {
  /** Tells that so much more work is done. */
  done(work: number): void;
  /** @throws the signal's reason, if the run is to end */
  check(): void;
}

export function followWork(
  commands: readonly { readonly kind: string; readonly work?: number }[],
  { signal, onProgress }: RunOptions = {},
): WorkFollower {
  const total = commands.reduce((sum, { work = 0 }) => sum + work, 0);
  let finished = 0;
  return {
    done(work) {
      finished += work;
      onProgress?.(Math.min(1, finished / Math.max(total, 1)));
    },
    check: () => signal?.throwIfAborted(),
  };
}
