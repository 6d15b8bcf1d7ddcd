import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

describeEachBackend('points that roll down a x²', (backend) => {
  it('come back to where they were before a was turned, also where the way is taken anew', async () => {
    const values = {
      ...defaultValues(scene.parameters),
      f: 'a x^2',
      motion: 'descend' as const,
      points: 5,
      h: 0.5,
      rate: 0.125,
    };
    const world = await scene.enter(values, backend());
    // Room for two snapshots: steps in between are replayed.
    const history = createHistory(world, scene.schedule, { budget: 100 });
    const { Position, PreviousPosition } = world.components;
    const places = () =>
      [...query(world, [Position, PreviousPosition])].map((it) => Position.x[it]);
    const seen = [places()];
    for (let step = 1; step <= 9; step++) {
      await tick(world, scene.schedule, { ...values, a: step <= 3 ? 1 : 3 });
      history.remember();
      seen.push(places());
    }
    // Downhill by rate times the forward difference a (2x + h).
    for (const [step, a] of [
      [2, 1],
      [4, 3],
    ]) {
      for (const [i, x] of seen[step - 1].entries()) {
        expect(seen[step][i]).toBeCloseTo(x - 0.125 * a * (2 * x + 0.5), 5);
      }
    }
    for (const step of [3, 1, 8, 4]) {
      await history.goTo(step);
      expect(places()).toEqual(seen[step]);
    }
    world.scope.end();
  });
});
