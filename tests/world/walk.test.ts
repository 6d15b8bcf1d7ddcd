import { expect, it } from 'vitest';
import { createHistory } from '../../src/world/history.ts';
import { walk } from '../../src/world/walk.ts';
import { numberAfter, toySchedule, toyWorld } from '../support/toy-world.ts';

/** Walks a world eight steps, where `during` happens in the midst of the third one. */
function walkOn(during: () => void, signal: AbortSignal) {
  let ticks = 0;
  const world = toyWorld(async () => {
    ticks += 1;
    if (ticks === 3) during();
  });
  const history = createHistory(world, toySchedule);
  const seen: number[] = [];
  const walked = walk(world, toySchedule, history, {
    target: 8,
    valueChanges: [{ name: 'a', value: 5, until: 1 }],
    values: { a: 7 },
    signal,
    onStep: (step) => seen.push(step),
  });
  return { world, history, seen, walked };
}

it('walks to its step with the knobs that were turned on the way', async () => {
  const { world, history, seen, walked } = walkOn(() => undefined, new AbortController().signal);
  expect(await walked).toBe(true);
  expect(world.number).toBe(numberAfter([5, 7, 7, 7, 7, 7, 7, 7]));
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(history.furthest).toBe(8);
});

it('gives false where its signal ends it in the midst of a step, at the step before', async () => {
  const ending = new AbortController();
  const { world, history, seen, walked } = walkOn(() => ending.abort(), ending.signal);
  expect(await walked).toBe(false);
  expect([world.step, world.number]).toEqual([2, numberAfter([5, 7])]);
  expect(seen).toEqual([0, 1, 2]);
  expect(history.furthest).toBe(2);
});

it('gives false where its world ends in the midst of a step', async () => {
  const ending: { end?: () => void } = {};
  const { world, walked } = walkOn(() => ending.end?.(), new AbortController().signal);
  ending.end = () => world.scope.end();
  expect(await walked).toBe(false);
  expect(world.step).toBe(2);
});

it('fails as its step fails, where no signal has ended it', async () => {
  const fault = new Error('no more room');
  const failing = () => {
    throw fault;
  };
  const { world, walked } = walkOn(failing, new AbortController().signal);
  await expect(walked).rejects.toBe(fault);
  expect([world.step, world.number]).toEqual([2, numberAfter([5, 7])]);
});
