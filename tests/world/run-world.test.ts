import { expect, it } from 'vitest';
import { runWorld } from '../../src/world/run-world.ts';
import { numberAfter, toySchedule, toyWorld } from '../support/toy-world.ts';

const atOnce = () => Promise.resolve();

it('takes as many steps as it is told to, and says which one is under way', async () => {
  const world = toyWorld(atOnce);
  const taken: number[] = [];
  await runWorld(world, toySchedule, {
    steps: 4,
    untilAtRest: false,
    onStep: () => taken.push(world.number),
  });
  expect(world.step).toBe(4);
  expect(world.number).toBe(numberAfter([0, 0, 0, 0]));
  expect(taken).toEqual([2, 4, 8, 16]);
});

it('goes on after rest when it is told a number of steps, and ends at rest otherwise', async () => {
  const resting = {
    ...toySchedule,
    settle: [
      ...toySchedule.settle,
      (world: ReturnType<typeof toyWorld>) => {
        world.atRest = world.step >= 3;
      },
    ],
  };
  for (const [untilAtRest, steps] of [
    [true, 3],
    [false, 7],
  ] as const) {
    const world = toyWorld(atOnce);
    await runWorld(world, resting, { steps: 7, untilAtRest });
    expect(world.step).toBe(steps);
  }
});

it('ends by its signal between two steps, and in one, with the step before', async () => {
  const between = new AbortController();
  const first = toyWorld(atOnce);
  const onStep = () => between.abort(new Error('enough'));
  const { signal } = between;
  const ended = runWorld(first, toySchedule, { steps: 9, untilAtRest: false, signal, onStep });
  await expect(ended).rejects.toThrow('enough');
  expect(first.step).toBe(1);

  const within = new AbortController();
  let works = 0;
  const second = toyWorld(async () => {
    works += 1;
    if (works === 3) within.abort(new Error('now'));
  });
  const whole = { steps: 9, untilAtRest: false, signal: within.signal };
  await expect(runWorld(second, toySchedule, whole)).rejects.toThrow('now');
  expect({ step: second.step, number: second.number }).toEqual({ step: 2, number: 4 });
});
