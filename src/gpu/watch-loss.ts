import { nextTask } from '../base/next-task.ts';
import { DeviceLostError } from './device-lost-error.ts';

/** Tells everything that waits for a device when the device is lost. */
export interface LossWatch {
  /** Resolves with a sentence if the device is lost; stays pending when `end` came first. */
  readonly lost: Promise<string>;
  /**
   * The promise, or a rejection with a `DeviceLostError` as soon as the device is lost: what a lost
   * device was asked for may be answered late, or never.
   */
  unlessLost<T>(promise: Promise<T>): Promise<T>;
  /** What an error comes from: a loss shows in other errors first. */
  causeOf(error: unknown): Promise<unknown>;
  /** From now on a loss is wanted, and tells nobody. */
  end(): void;
}

/** A driver's message may go on for lines. */
const longestReason = 120;

export function watchLoss(device: Pick<GPUDevice, 'lost'>): LossWatch {
  // A race with `device.lost` would leave a reaction at it for every call, and keep all that the call
  // knew for as long as the device lives.
  const waiting = new Set<(error: Error) => void>();
  let loss: DeviceLostError | null = null;
  let ended = false;
  const lost = new Promise<string>((resolve) => {
    device.lost.then(({ message }) => {
      if (ended) return;
      const reason = message.split('\n')[0].slice(0, longestReason).trim() || 'no reason given';
      loss = new DeviceLostError(`The GPU was lost: ${reason.replace(/\.$/, '')}.`);
      resolve(loss.message);
      for (const reject of waiting) reject(loss);
      waiting.clear();
    });
  });
  return {
    lost,
    unlessLost: (promise) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        promise.then(resolve, reject).finally(() => waiting.delete(reject));
        if (loss) reject(loss);
      }),
    async causeOf(error) {
      if (!ended) await nextTask();
      return loss ?? error;
    },
    end() {
      ended = true;
    },
  };
}
