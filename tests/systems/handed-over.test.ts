import { expect } from 'vitest';
import { createHistory } from '../../src/world/history.ts';
import {
  defaultValues,
  type ParameterTable,
  type ParameterValues,
} from '../../src/world/parameters.ts';
import { capture } from '../../src/world/snapshot.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';

/** The first live number, turned to four fifths. */
function turned<T extends ParameterTable>(
  table: T,
  values: ParameterValues<T>,
): ParameterValues<T> {
  const all: ParameterTable = table;
  const numbers = new Map(Object.entries(values).filter(([, it]) => typeof it === 'number'));
  const live = Object.keys(all).find((it) => all[it].effect === 'live' && numbers.has(it));
  return live ? { ...values, [live]: 0.8 * Number(numbers.get(live)) } : values;
}

describeEachBackend('what a world remembers', (backend) => {
  itEachScene('is remembered by another world of the same values', async (scene) => {
    const values = defaultValues(scene.parameters);
    const world = await scene.enter(values, backend());
    // So little room that most steps have to be taken again.
    const budget = 4 * capture(world, scene.schedule).bytes;
    const history = createHistory(world, scene.schedule, { budget });
    const seen = [capture(world, scene.schedule)];
    for (let step = 1; step <= 6; step++) {
      await tick(world, scene.schedule, step < 4 ? values : turned(scene.parameters, values));
      history.remember();
      seen.push(capture(world, scene.schedule));
    }
    const { past } = history;
    world.scope.end();

    const other = await scene.enter(turned(scene.parameters, values), backend());
    const going = createHistory(other, scene.schedule, { budget, past });
    expect(going.furthest).toBe(6);
    for (const step of [5, 2, 6, 0, 3]) {
      await going.goTo(step);
      expect(capture(other, scene.schedule), `step ${step}`).toEqual(seen[step]);
    }
    await tick(other, scene.schedule, turned(scene.parameters, values));
    expect(capture(other, scene.schedule)).toEqual(seen[4]);
    other.scope.end();
  });
});
