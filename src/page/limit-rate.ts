/** What becomes of one message: it is taken, it is one too many and told so, or nothing is said any more. */
export type Turn = 'taken' | 'last' | 'over';

export interface RateLimit {
  readonly most: number;
  readonly ms: number;
  take(): Turn;
}

/**
 * Takes `most` messages in each `ms` milliseconds, so that who posts without end keeps nobody from
 * drawing.
 *
 * @param now a clock, in milliseconds
 */
export function limitRate(most = 200, ms = 100, now = () => performance.now()): RateLimit {
  let began = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return {
    most,
    ms,
    take() {
      if (now() - began >= ms) {
        began = now();
        taken = 0;
      }
      taken += 1;
      if (taken <= most) return 'taken';
      return taken === most + 1 ? 'last' : 'over';
    },
  };
}
