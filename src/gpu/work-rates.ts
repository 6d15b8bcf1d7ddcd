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
    /** Shares the time out by work; a chunk of one kernel teaches that kernel's speed. */
    learn(chunk: readonly ReadyCommand[], ms: number): void {
      const kernels = new Set<Kernel>();
      let work = 0;
      for (const command of chunk) {
        if (command.kind !== 'dispatch') continue;
        kernels.add(command.kernel);
        work += command.work + dispatchWork;
      }
      // Below a quarter of a millisecond browsers round the clock away.
      if (kernels.size === 1 && ms > 0.25)
        for (const kernel of kernels) workPerMs.set(kernel, work / ms);
    },
  };
}
