import { expect } from 'vitest';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';

const mostSteps = 100;

describeEachBackend('a step that is gone to', (backend) => {
  itEachScene('is as it was when it was taken, wherever from', async (scene) => {
    const world = await scene.enter(defaultValues(scene.parameters), backend());
    const history = createHistory(world, scene.schedule);
    const seen = (of: typeof world) => {
      const description = scene.describe(of, { row: null, phase: null });
      const readings = scene.monitors.map((monitor) => monitor.read(description));
      return { atRest: of.atRest, summary: description.summary, readings };
    };
    const steps = [seen(world)];
    while (!world.atRest && world.step < mostSteps) {
      await tick(world, scene.schedule, world.values);
      history.remember();
      steps.push(seen(world));
    }
    const last = steps.length - 1;
    for (const step of [1, last, 0, last - 1, 2]) {
      await history.goTo(step);
      expect(seen(world), `step ${step}`).toEqual(steps[step]);
    }
    world.scope.end();
  });
});
