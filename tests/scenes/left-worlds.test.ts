import { expect } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';

/** The backend, and what was made on it and not given back. */
function counted(backend: Backend, mostBuffers = Number.POSITIVE_INFINITY) {
  const live = new Set<object>();
  let made = 0;
  const compute: Backend = Object.assign(Object.create(backend) as Backend, {
    createBuffer(...wanted: Parameters<Backend['createBuffer']>) {
      made += 1;
      if (made > mostBuffers) throw new Error('there is no more room');
      const buffer = backend.createBuffer(...wanted);
      const { destroy } = buffer;
      live.add(buffer);
      buffer.destroy = () => {
        live.delete(buffer);
        destroy();
      };
      return buffer;
    },
    record(...wanted: Parameters<Backend['record']>) {
      const recording = backend.record(...wanted);
      const { dispose } = recording;
      live.add(recording);
      recording.dispose = () => {
        live.delete(recording);
        dispose();
      };
      return recording;
    },
  });
  return { compute, live };
}

describeEachBackend('a world that is left', (backend) => {
  itEachScene('leaves no buffer and no recording, a hundred times over', async (scene) => {
    const { compute, live } = counted(backend());
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
      const { compute, live } = counted(backend(), room);
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
