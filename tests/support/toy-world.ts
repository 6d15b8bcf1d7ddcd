import { createWorld } from 'bitecs';
import { createScope } from '../../src/base/scope.ts';
import type { Backend, RunOptions } from '../../src/gpu/backend.ts';
import type { Memory, Schedule, World } from '../../src/world/world.ts';

interface ToyValues {
  readonly a: number;
}

/** A world with one number, which a step doubles and adds `a` to. */
export interface ToyWorld extends World<ToyValues, ToyValues> {
  number: number;
  before: number;
  /** The number that the work under way will bring. */
  brought: number;
}

interface ToyMemory extends Memory {
  readonly number: number;
}

export const toySchedule: Schedule<ToyWorld, ToyMemory> = {
  compute: [
    (world) => {
      world.brought = 2 * world.number + world.resolved.a;
    },
  ],
  settle: [
    (world) => {
      world.before = world.number;
      world.number = world.brought;
    },
  ],
  undo: [
    (world) => {
      world.number = world.before;
    },
  ],
  remember: ({ number }) => ({ number, bytes: 8 }),
  recall(world, { number }) {
    world.number = world.before = number;
  },
};

/** What the number is after steps that were taken with these values of `a`. */
export const numberAfter = (as: readonly number[]) => as.reduce((sum, a) => 2 * sum + a, 1);

/** @param work resolves when a run's work is done; the run then looks whether it was ended */
export function toyWorld(work: () => Promise<void>): ToyWorld {
  const run = async (_: unknown, options?: RunOptions) => {
    await work();
    options?.signal?.throwIfAborted();
  };
  return createWorld<ToyWorld>({
    values: { a: 0 },
    resolved: { a: 0 },
    resolve: (values) => values,
    compute: { run } as Partial<Backend> as Backend,
    scope: createScope(),
    step: 0,
    atRest: false,
    work: [],
    mirrors: [],
    number: 1,
    before: 1,
    brought: 1,
  });
}
