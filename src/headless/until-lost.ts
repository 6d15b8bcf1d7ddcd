import type { Backend } from '../gpu/backend.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';

/** Work on a device that is lost may never end: it is told to, and not waited for. */
export async function untilLost<T>(
  compute: Backend,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const losing = new AbortController();
  const lost = compute.lost.then((sentence) => {
    const error = new DeviceLostError(sentence);
    losing.abort(error);
    throw error;
  });
  return Promise.race([work(AbortSignal.any([signal, losing.signal])), lost]);
}
