import { createWorld } from 'bitecs';
import { createScope } from '../../src/base/scope.ts';
import type { Backend, RunOptions } from '../../src/gpu/backend.ts';
import type { Mirror } from '../../src/world/mirror.ts';
import type { Schedule, World } from '../../src/world/world.ts';

interface ToyValues {
  readonly a: number;
}

/** A world with one number, held as mirrors hold components, which a step doubles and adds `a` to. */
export interface ToyWorld extends World<ToyValues, ToyValues> {
  number: number;
  before: number;
  /** The number that the work under way will bring. */
  brought: number;
}

export const toySchedule: Schedule<ToyWorld> = {
  compute: [
    (world) => {
      world.brought = 2 * world.number + world.resolved.a;
    },
  ],
  settle: [],
};

/** Keeps the number and the one before as a mirror keeps positions; there is no device. */
const mirrorOf = (world: ToyWorld): Mirror => ({
  refreshes: false,
  keep: [],
  fetch: [],
  revert: [],
  writeBack() {
    world.before = world.number;
    world.number = world.brought;
  },
  revertComponents() {
    world.number = world.before;
  },
  upload: () => undefined,
  capture: () => new Float64Array([world.number]),
  restore([number]) {
    world.number = world.before = number;
  },
});

/** What the number is after steps that were taken with these values of `a`. */
export const numberAfter = (as: readonly number[]) => as.reduce((sum, a) => 2 * sum + a, 1);

/** @param work resolves when a run's work is done; the run then looks whether it was ended */
export function toyWorld(work: () => Promise<void>): ToyWorld {
  const run = async (_: unknown, options?: RunOptions) => {
    await work();
    options?.signal?.throwIfAborted();
  };
  const world = createWorld<ToyWorld>({
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
  world.mirrors.push(mirrorOf(world));
  return world;
}
