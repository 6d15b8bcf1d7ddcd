import { expect, it } from 'vitest';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import type { SceneWorld } from '../../src/scenes/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

const mostSteps = 100;

describeEachBackend('a step that is gone to', (backend) => {
  for (const name of sceneNames) {
    it(`is as it was when it was taken, wherever from (${name})`, async () => {
      const scene = await loadScene(name);
      const world = await scene.enter(defaultValues(scene.parameters), backend());
      const history = createHistory(world, scene.schedule);
      const seen = (of: SceneWorld) => {
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
  }
});
