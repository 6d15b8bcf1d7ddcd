import { createScope } from '../../base/scope.ts';
import type { Backend } from '../backend.ts';
import { exactKernels, weightKernelConstant } from './exact.ts';
import { exactSweep, slotsFor } from './exact-sweep.ts';

/** What was measured lasts as long as its backend does. */
const known = new WeakMap<Backend, ReadonlyMap<number, number>>();
const underWay = new WeakMap<Backend, Map<number, Promise<number>>>();

/** Fewer points than these are moved sooner than anything is measured. */
const leastPoints = 4096;
const trialRuns = 2;
/** A trial that takes less says little. */
const leastMs = 1;

/** How many points an invocation sums for where a batch has so many: no more than it has. */
export const pointsEachFor = (dimensions: number, fastest: number, batch: number) =>
  Math.max(...candidatesFor(dimensions).filter((it) => it <= Math.min(fastest, batch)));

/** How many points an invocation may sum for: what it keeps of them is to fit into registers. */
export const candidatesFor = (dimensions: number): readonly number[] =>
  [1, 2, 4, 8].filter((points) => points * (dimensions + 1) <= 32);

/**
 * How many points an invocation sums for, where this adapter is fastest: for many points by a trial,
 * asked again it remembers. Every choice gives the same bits.
 */
export async function choosePointsEach(
  compute: Backend,
  dimensions: number,
  count: number,
): Promise<number> {
  const chosen = chosenPointsEach(compute, dimensions, count);
  if (chosen !== null) return chosen;
  const trials = underWay.get(compute) ?? new Map<number, Promise<number>>();
  underWay.set(compute, trials);
  const trial = trials.get(dimensions) ?? tryAll(compute, dimensions);
  trials.set(dimensions, trial);
  try {
    const best = await trial;
    known.set(compute, new Map(known.get(compute)).set(dimensions, best));
    return best;
  } finally {
    // One that failed may be made another time.
    trials.delete(dimensions);
  }
}

/** What is known already; null where a trial is to tell. */
export function chosenPointsEach(
  compute: Backend,
  dimensions: number,
  count: number,
): number | null {
  // On the CPU an invocation is a turn of a loop.
  if (compute.kind === 'cpu') return 1;
  if (count < leastPoints) return Math.min(4, Math.max(...candidatesFor(dimensions)));
  return known.get(compute)?.get(dimensions) ?? null;
}

async function tryAll(compute: Backend, dimensions: number): Promise<number> {
  const kernels = exactKernels(dimensions);
  const candidates = candidatesFor(dimensions).filter((points) => points > 1 || dimensions > 8);
  const constants = weightKernelConstant('gaussian');
  await Promise.all([
    compute.compile(kernels.tiles),
    compute.compile(kernels.move),
    ...candidates.map((points) => compute.compile(kernels.sums(points), constants)),
  ]);
  let count = 2048;
  const most = 2 ** 16;
  while (count < most && (await timeOf(compute, dimensions, count, candidates[0])) < leastMs) {
    count *= 2;
  }
  let best = { pointsEach: candidates[0], ms: Number.POSITIVE_INFINITY };
  for (const pointsEach of candidates) {
    const ms = await timeOf(compute, dimensions, count, pointsEach);
    if (ms < best.ms) best = { pointsEach, ms };
  }
  return best.pointsEach;
}

/** The fastest of some runs, since noise only ever adds, after one that warms up. */
async function timeOf(
  compute: Backend,
  dimensions: number,
  count: number,
  pointsEach: number,
): Promise<number> {
  const scope = createScope();
  try {
    const own = compute.within(scope);
    const slots = slotsFor(count);
    const buffers = {
      positions: own.createBuffer('tried positions', 'real', dimensions * count),
      tiles: own.createBuffer('tried tiles', 'real', dimensions * count),
      sums: own.createBuffer('tried sums', 'real', slots * (dimensions + 1) * count),
    };
    const places = compute.createElements('real', dimensions * count);
    for (let i = 0; i < places.length; i++) places[i] = (i * 0.618034) % 4;
    compute.upload(buffers.positions, places);
    const sweep = own.record(
      exactSweep({
        ...{ count, dimensions, slots, pointsEach, buffers },
        kernels: exactKernels(dimensions),
        weightKernel: 'gaussian',
        slotsEach: 1,
        batch: count,
        mostPairs: Number.POSITIVE_INFINITY,
      }),
    );
    let ms = Number.POSITIVE_INFINITY;
    for (let run = 0; run <= trialRuns; run++) {
      await compute.run([sweep]);
      if (run > 0) ms = Math.min(ms, compute.lastRunMs ?? ms);
    }
    return ms;
  } finally {
    scope.end();
  }
}
