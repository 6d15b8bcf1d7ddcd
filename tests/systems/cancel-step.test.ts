import { expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { retakeTick, tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

async function enter(backend: Backend) {
  const values = { ...defaultValues(scene.parameters), samples: 20, batch: 5 };
  const stop = { next: false };
  const world = await scene.enter(values, endingEarly(backend, stop));
  const positions = () => [
    ...world.components.Position.x.slice(1),
    ...world.components.Position.y.slice(1),
  ];
  return { world, values, positions, stop };
}

/**
 * The backend, but the next run ends when told to, with all of its work done but the last recording:
 * what a run does that is ended in the middle, on a machine of any speed.
 */
function endingEarly(backend: Backend, stop: { next: boolean }): Backend {
  return {
    ...backend,
    async run(recordings, options) {
      if (!stop.next) return backend.run(recordings, options);
      stop.next = false;
      await backend.run(recordings.slice(0, -1));
      options?.signal?.throwIfAborted();
    },
  };
}

describeEachBackend('a step that is ended early', (backend) => {
  it('leaves the world at the step before, from where it goes on as ever', async () => {
    const { world, positions, stop } = await enter(backend());
    await tick(world, scene.schedule, world.values);
    const before = positions();
    const shift = { ...world.shifts[0] };
    stop.next = true;
    const signal = AbortSignal.abort();
    await expect(tick(world, scene.schedule, world.values, { signal })).rejects.toThrow('abort');
    expect(world.step).toBe(1);
    expect(positions()).toEqual(before);
    expect(world.shifts).toEqual([shift]);
    await tick(world, scene.schedule, world.values);
    const after = positions();

    const twin = await enter(backend());
    await tick(twin.world, scene.schedule, twin.world.values);
    await tick(twin.world, scene.schedule, twin.world.values);
    expect(after).toEqual(twin.positions());
    world.scope.end();
    twin.world.scope.end();
  });

  it('leaves the world before the step when the step was being taken again', async () => {
    const { world, values, positions, stop } = await enter(backend());
    await tick(world, scene.schedule, world.values);
    const before = positions();
    await tick(world, scene.schedule, world.values);
    stop.next = true;
    const signal = AbortSignal.abort();
    const turned = { ...values, bandwidth: 4 };
    await expect(retakeTick(world, scene.schedule, turned, { signal })).rejects.toThrow('abort');
    expect(world.step).toBe(1);
    expect(positions()).toEqual(before);
    expect(world.shifts).toHaveLength(1);
    await tick(world, scene.schedule, turned);

    const twin = await enter(backend());
    await tick(twin.world, scene.schedule, twin.world.values);
    await tick(twin.world, scene.schedule, turned);
    expect(positions()).toEqual(twin.positions());
    world.scope.end();
    twin.world.scope.end();
  });

  it('is what cancel makes of the player’s step, without a complaint', async () => {
    const { world, values, positions } = await enter(backend());
    const complaints: unknown[] = [];
    const player = createPlayer({
      world,
      schedule: scene.schedule,
      history: createHistory(world, scene.schedule),
      values: () => values,
      phases: 1,
      onChange: () => undefined,
      onFailure: (error) => complaints.push(error),
    });
    const before = positions();
    player.forward();
    player.cancel();
    await player.settled();
    expect(world.step).toBe(0);
    expect(positions()).toEqual(before);
    expect(player.playing).toBe(false);
    player.forward();
    await player.settled();
    expect(world.step).toBe(1);
    expect(complaints).toEqual([]);
    world.scope.end();
  });
});
