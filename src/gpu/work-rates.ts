import type { Kernel } from './kernel.ts';
import type { ReadyCommand } from './webgpu-recording.ts';

/** What setting up one dispatch costs, in innermost iterations. */
const dispatchWork = 2e4;
/**
 * Before anything was measured: the slowest kernel's speed on a software driver (shared tiles), in
 * innermost iterations a millisecond. On a faster one the pieces are small, and go many to a submit.
 */
const assumedWorkPerMs = 2.5e4;

/** How fast each kernel runs here, as earlier runs have shown. */
export function createWorkRates() {
  const workPerMs = new WeakMap<Kernel, number>();
  const rate = (kernel: Kernel) => workPerMs.get(kernel) ?? assumedWorkPerMs;
  return {
    /** How much of a kernel's work fits into some milliseconds. */
    workWithin: (kernel: Kernel, ms: number) => rate(kernel) * ms,
    /** What a command will take, as far as can be said. */
    expectedMs: (command: ReadyCommand): number =>
      command.kind === 'dispatch' ? (command.work + dispatchWork) / rate(command.kernel) : 0,
    /** What work will take; null before the kernel was measured. */
    estimateMs(kernel: Kernel, work: number, dispatches: number): number | null {
      const perMs = workPerMs.get(kernel);
      return perMs === undefined ? null : (work + dispatches * dispatchWork) / perMs;
    },
    /**
     * Where a chunk took longer or shorter than expected, each of its kernels is that much slower or
     * faster: of one kernel alone the time teaches its very speed.
     */
    learn(chunk: readonly ReadyCommand[], ms: number): void {
      // Below a quarter of a millisecond browsers round the clock away.
      if (ms <= 0.25) return;
      let expected = 0;
      const kernels = new Set<Kernel>();
      for (const command of chunk) {
        if (command.kind !== 'dispatch') continue;
        kernels.add(command.kernel);
        expected += (command.work + dispatchWork) / rate(command.kernel);
      }
      for (const kernel of kernels) workPerMs.set(kernel, (rate(kernel) * expected) / ms);
    },
  };
}
