import type { History } from './history.ts';
import { tick } from './tick.ts';
import { lastChange, type ValueChange, valuesAt } from './value-changes.ts';
import type { Memory, Schedule, World } from './world.ts';

export interface WalkRequest<V extends object> {
  readonly target: number;
  /** The knobs that were turned on the way. */
  readonly valueChanges: readonly ValueChange[];
  /** The values that hold after the last turn. */
  readonly values: V;
  readonly signal: AbortSignal;
  /** Called at each step on the way. */
  onStep(step: number): void;
}

/**
 * Takes a world to a step, one that it has not been at yet too; ends earlier where it comes to rest.
 * What is remembered is used as far as it was taken with the same values.
 *
 * @returns false if `signal` ended it early; the world then stands at the step reached
 */
export async function walk<W extends World, M extends Memory>(
  world: W,
  schedule: Schedule<W, M>,
  history: History<W['values']>,
  { target, valueChanges, values, onStep, signal }: WalkRequest<W['values']>,
): Promise<boolean> {
  const valuesTo = (step: number) => valuesAt(valueChanges, step, values);
  let known = 0;
  while (known < target && history.wasTakenWith(known + 1, valuesTo(known + 1))) known += 1;
  if (!(await history.goTo(known, onStep, signal))) return false;
  // At rest nothing more happens, until the next turn.
  const last = lastChange(valueChanges);
  while (world.step < target && !(world.atRest && world.step > last)) {
    try {
      await tick(world, schedule, valuesTo(world.step + 1), { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
      return false;
    }
    if (world.scope.ended) return false;
    history.remember();
    onStep(world.step);
  }
  return true;
}
