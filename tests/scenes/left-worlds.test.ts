import { expect } from 'vitest';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { countLive } from '../support/count-live.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';

describeEachBackend('a world that is left', (backend) => {
  itEachScene('leaves no buffer and no recording, a hundred times over', async (scene) => {
    const { compute, live } = countLive(backend());
    for (let time = 0; time < 100; time++) {
      const values = { ...defaultValues(scene.parameters), seed: time + 1 };
      const world = await scene.enter(values, compute);
      // Recordings of a step are made when one is taken; some without any are left too.
      if (time % 10 === 0) await tick(world, scene.schedule, world.values);
      world.scope.end();
      expect(live.size).toBe(0);
    }
  });

  itEachScene('leaves nothing where it could not be entered', async (scene) => {
    let isEntered = false;
    for (let room = 0; !isEntered; room++) {
      const { compute, live } = countLive(backend(), room);
      try {
        const world = await scene.enter(defaultValues(scene.parameters), compute);
        isEntered = true;
        world.scope.end();
      } catch (error) {
        expect(error).toHaveProperty('message', 'there is no more room');
      }
      expect(live.size).toBe(0);
    }
  });
});
