import type { RunOptions } from '../../../gpu/backend.ts';
import type { MethodRunner } from '../sim/method-runner.ts';

/** How long a product takes, by several runs after one that warms up. */
export interface MethodTime {
  readonly medianMs: number;
  readonly minMs: number;
  readonly runs: number;
}

/** A clock that is rounded, as browsers round theirs, needs this long to tell anything. */
const shortestMs = 4;
/** On a backend each time is a dispatch of its own. */
const mostTimes = 1000;
/** All runs of a method together take about this long, if they can. */
const budgetMs = 600;
const fewestRuns = 3;
const mostRuns = 15;
/** One that takes longer than this is run once more and no oftener. */
const longMs = 5000;

/** Times a method. A product that takes no time is computed many times over in one run. */
export async function timeMethod(
  runner: MethodRunner,
  options: RunOptions = {},
): Promise<MethodTime> {
  const { signal, onProgress } = options;
  const warmUpMs = await runner.run(1, {
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.(fraction / 4),
  });
  const times = Math.min(mostTimes, Math.max(1, Math.ceil(shortestMs / Math.max(warmUpMs, 1e-3))));
  const oneMs = warmUpMs * times;
  const runs =
    oneMs > longMs
      ? 1
      : Math.min(mostRuns, Math.max(fewestRuns, Math.floor(budgetMs / Math.max(oneMs, 1e-3))));
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const ms = await runner.run(times, {
      ...(signal ? { signal } : {}),
      onProgress: (fraction) => onProgress?.(0.25 + (0.75 * (run + fraction)) / runs),
    });
    taken.push(ms / times);
  }
  taken.sort((a, b) => a - b);
  const middle = taken.length / 2;
  const medianMs =
    taken.length % 2 === 1 ? taken[Math.floor(middle)] : (taken[middle - 1] + taken[middle]) / 2;
  return { medianMs, minMs: taken[0], runs };
}
