import { expect, it } from 'vitest';
import { makeCall } from '../../src/headless/make-call.ts';
import { optionsOf } from '../../src/headless/options-of.ts';
import { prepareTask } from '../../src/headless/prepare-task.ts';
import { readArguments } from '../../src/headless/read-arguments.ts';
import { tasksOf } from '../../src/headless/task.ts';
import { runnable } from '../../src/scenes/headless-registry.ts';
import type { HeadlessSide } from '../../src/scenes/headless-side.ts';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import type { World } from '../../src/world/world.ts';
import { describeEachBackend } from '../support/each-backend.ts';

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
      const both = { scene: runnable(await loadScene(name)), side };
      const told = new Set<string>();
      const run = async (...argv: string[]) => {
        const asked = makeCall(both, readArguments(argv, optionsOf(both)), {});
        const task = await prepareTask(both, tasksOf(both)[0], asked, {});
        const { signal } = new AbortController();
        return task.run(backend(), { signal, onProgress: (what) => told.add(what) });
      };
      const counted = await run('--steps', '3');
      expect(counted).toMatchObject({ steps: 3, keys: { step: 3 } });
      expect([...told]).toEqual(['step 1 of 3', 'step 2 of 3', 'step 3 of 3']);
      const rested = await run('--until-converged');
      expect(rested.keys).toEqual({ step: rested.steps, atRest: rested.steps < 300 });
      expect(rested.params).toMatchObject({ untilConverged: true, maxSteps: 300 });
      expect(worlds.map(({ scope }) => scope.ended)).toEqual([true, true]);
    });
  }
});
