/** Notices what a device finds wrong with what it was asked for. */
export interface ErrorWatch {
  /** Does something, and notices its errors: out of memory, or not valid. */
  watched<T>(what: string, act: () => T): T;
  /** What was noticed since it was asked last: each rejects with its error, if there was one. */
  failures(): Promise<void>[];
  /** From now on nothing is wrong any more. */
  end(): void;
}

export function watchErrors(device: GPUDevice): ErrorWatch {
  const failures: Promise<void>[] = [];
  let ended = false;
  return {
    watched(what, act) {
      device.pushErrorScope('out-of-memory');
      device.pushErrorScope('validation');
      try {
        return act();
      } finally {
        for (let scope = 0; scope < 2; scope++) {
          const failure = device.popErrorScope().then((error) => {
            if (error && !ended) throw new Error(`${what}: ${error.message}`);
          });
          // Also handled here, so that a failure nobody runs into is not an unhandled rejection.
          failure.catch(() => undefined);
          failures.push(failure);
        }
      }
    },
    failures: () => failures.splice(0),
    end() {
      ended = true;
    },
  };
}
