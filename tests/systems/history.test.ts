import { expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

/** A scene of few points that takes many steps, so that there is history to go through. */
async function enter(backend: Backend, budget = 1e6) {
  const initial = { ...defaultValues(scene.parameters), samples: 20, bandwidth: 1.25, batch: 7 };
  const world = await scene.enter(initial, backend);
  const history = createHistory(world, scene.schedule, { budget });
  const positions = () => [
    ...world.components.Position.x.slice(1),
    ...world.components.Position.y.slice(1),
  ];
  const step = async (values: Partial<typeof initial> = {}) => {
    await tick(world, scene.schedule, { ...initial, ...values });
    history.remember();
    return positions();
  };
  return { world, history, positions, step, initial };
}

describeEachBackend('history', (backend) => {
  it('takes a world back to every step it has been at, to the bit', async () => {
    const { world, history, positions, step } = await enter(backend());
    const seen = [positions()];
    for (let i = 0; i < 6; i++) seen.push(await step());
    for (const back of [3, 0, 5, 6, 1]) {
      await history.goTo(back);
      expect(world.step).toBe(back);
      expect(positions()).toEqual(seen[back]);
    }
    world.scope.end();
  });

  it('goes on from an earlier step with the same result as before', async () => {
    const { world, history, positions, step } = await enter(backend());
    const seen = [positions()];
    for (let i = 0; i < 6; i++) seen.push(await step());
    const shifts = world.shifts.map(({ mean, max }) => [mean, max]);
    await history.goTo(2);
    expect(history.furthest).toBe(6);
    for (let i = 3; i <= 6; i++) expect(await step()).toEqual(seen[i]);
    expect(world.shifts.map(({ mean, max }) => [mean, max])).toEqual(shifts);
    world.scope.end();
  });

  it('stays within its budget and replays what it did not keep, to the bit', async () => {
    // 120 points, two coordinates of at most eight bytes: room for about three snapshots.
    const { world, history, positions, step } = await enter(backend(), 7000);
    const seen = [positions()];
    for (let i = 0; i < 12; i++) seen.push(await step());
    const replayed: number[] = [];
    for (const back of [11, 5, 12, 1]) {
      await history.goTo(back, (at) => replayed.push(at));
      expect(positions()).toEqual(seen[back]);
    }
    expect(replayed.length).toBeGreaterThan(0);
    world.scope.end();
  });

  it('replays each step with the values it was taken with', async () => {
    const { world, history, positions, step } = await enter(backend(), 7000);
    const seen = [positions()];
    for (let i = 0; i < 5; i++) seen.push(await step());
    const turned = { bandwidth: 3, kernel: 'triangular' as const };
    for (let i = 0; i < 5; i++) seen.push(await step(turned));
    for (const back of [4, 9, 5, 10, 7]) {
      await history.goTo(back);
      expect(positions()).toEqual(seen[back]);
    }
    world.scope.end();
  });

  it('forgets the steps ahead once a step is taken with other values', async () => {
    const { world, history, step } = await enter(backend());
    for (let i = 0; i < 6; i++) await step();
    await history.goTo(2);
    await step({ bandwidth: 4 });
    expect(history.furthest).toBe(3);
    world.scope.end();
  });

  it('stays true when a value changes that only the picture knows', async () => {
    const { world, positions, initial } = await enter(backend());
    const changesResult = (name: string) => name !== 'traces';
    const history = createHistory(world, scene.schedule, { changesResult });
    const seen = [positions()];
    for (let i = 0; i < 4; i++) {
      await tick(world, scene.schedule, initial);
      history.remember();
      seen.push(positions());
    }
    await history.goTo(1);
    await tick(world, scene.schedule, { ...initial, traces: 'both' });
    history.remember();
    expect(history.furthest).toBe(4);
    await history.goTo(4);
    expect(positions()).toEqual(seen[4]);
    world.scope.end();
  });

  it('ends a replay where it is when it is cancelled', async () => {
    const { world, history, positions, step } = await enter(backend(), 3000);
    const seen = [positions()];
    for (let i = 0; i < 12; i++) seen.push(await step());
    let reached = -1;
    const stop = new AbortController();
    const whole = await history.goTo(
      11,
      (at) => {
        reached = at;
        stop.abort();
      },
      stop.signal,
    );
    expect(whole).toBe(false);
    expect(world.step).toBe(reached);
    expect(positions()).toEqual(seen[reached]);
    world.scope.end();
  });
});
