import { expect, it } from 'vitest';
import type { HeadlessSide } from '../../src/scenes/headless-side.ts';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import type { World } from '../../src/world/world.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { runTask } from '../support/run-task.ts';

describeEachBackend('the world of', (backend) => {
  for (const name of sceneNames) {
    it(`${name} runs headless with nothing but a report, and ends`, async () => {
      const worlds: World[] = [];
      const side: HeadlessSide = {
        help: 'How far it came.',
        report(world) {
          worlds.push(world);
          return { keys: { step: world.step, atRest: world.atRest }, output: () => '' };
        },
      };
      const scene = await loadScene(name);
      const told = new Set<string>();
      const run = (argv: string) => runTask(scene, side, argv, backend(), (what) => told.add(what));
      const counted = await run('--steps 3');
      expect(counted).toMatchObject({ steps: 3, keys: { step: 3 } });
      expect([...told]).toEqual(['step 1 of 3', 'step 2 of 3', 'step 3 of 3']);
      const rested = await run('--until-converged');
      expect(rested.steps).toBeLessThan(300);
      expect(rested.keys).toEqual({ step: rested.steps, atRest: true });
      expect(rested.params).toMatchObject({ untilConverged: true, maxSteps: 300 });
      expect(worlds.map(({ scope }) => scope.ended)).toEqual([true, true]);
    });
  }
});
