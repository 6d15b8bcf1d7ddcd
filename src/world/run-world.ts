import { createPause } from '../base/create-pause.ts';
import { tick } from './tick.ts';
import type { Memory, Schedule, World } from './world.ts';

export interface WorldRunOptions {
  /** How many steps to take, at most. */
  readonly steps: number;
  /** Ends earlier where the world comes to rest. */
  readonly untilAtRest: boolean;
  /** Ends the run; the world is then as it was at the step before. */
  readonly signal?: AbortSignal;
  /** Told of the step that is under way, from 1, and of the part of it that is done, from 0 to 1. */
  onProgress?(step: number, fraction: number): void;
  /** Called after each step. */
  onStep?(): void;
}

/** Takes a world's steps one after another, with the values that it has. */
export async function runWorld<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  { steps, untilAtRest, signal, onProgress, onStep }: WorldRunOptions,
): Promise<void> {
  const pause = createPause(signal);
  while (world.step < steps && !(untilAtRest && world.atRest)) {
    // A step may ask nothing of the backend; signals are heard all the same.
    await pause();
    const step = world.step + 1;
    await tick(world, schedule, world.values, {
      onProgress: (fraction) => onProgress?.(step, fraction),
      ...(signal ? { signal } : {}),
    });
    onProgress?.(step, 1);
    onStep?.();
  }
}
