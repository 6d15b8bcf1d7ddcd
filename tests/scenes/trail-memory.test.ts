import { expect, it } from 'vitest';
import { createTrailMemory } from '../../src/scenes/meanshift/view/trail-memory.ts';

/** Two points on a line that are wherever `at` says. */
function setUp() {
  const at = [0, 0];
  const x = (row: number) => at[row];
  const nothing = () => 0;
  const places = {
    count: 2,
    x,
    y: nothing,
    previousX: x,
    previousY: nothing,
    entity: (row: number) => row,
    source: nothing,
    distance: nothing,
    weight: nothing,
  };
  const memory = createTrailMemory([0, 1], places, 40);
  const take = (step: number, first: number) => {
    at[0] = first;
    memory.remember(step);
  };
  const known = () => memory.steps.map(({ step, places: [first] }) => [step, first]);
  return { memory, take, known };
}

it('keeps what lies ahead while time goes back and forth', () => {
  const { memory, take, known } = setUp();
  for (let step = 0; step <= 4; step++) take(step, 10 * step);
  const before = [...memory.steps];
  take(1, 10);
  take(3, 30);
  expect(memory.steps).toEqual(before);
  expect(known().map(([step]) => step)).toEqual([0, 1, 2, 3, 4]);
});

it('forgets what no longer follows once a step goes elsewhere', () => {
  const { take, known } = setUp();
  for (let step = 0; step <= 4; step++) take(step, 10 * step);
  take(2, 25);
  expect(known()).toEqual([
    [0, 0],
    [1, 10],
    [2, 25],
  ]);
});

it('stays bounded over many steps, and keeps the first and a late one', () => {
  const { memory, take } = setUp();
  for (let step = 0; step < 1000; step++) take(step, step);
  expect(memory.steps.length).toBeLessThanOrEqual(20);
  expect(memory.steps[0].step).toBe(0);
  expect(memory.steps.at(-1)?.step).toBeGreaterThan(900);
});
