import type { Memory, Schedule, World } from './world.ts';

interface Series<T> extends Memory {
  readonly entries: readonly T[];
}

/**
 * What a schedule remembers of a list that gets an entry a step, where nothing else is kept beside
 * what is mirrored.
 *
 * @param bytes what an entry holds in memory
 */
export const seriesMemory = <W extends World, T>(
  listOf: (world: W) => T[],
  bytes: number,
): Required<Pick<Schedule<W, Series<T>>, 'remember' | 'recall'>> => ({
  remember(world) {
    const entries = listOf(world).slice(0, world.step);
    return { entries, bytes: bytes * entries.length };
  },
  recall(world, { entries }) {
    listOf(world).splice(0, Number.POSITIVE_INFINITY, ...entries);
  },
});
