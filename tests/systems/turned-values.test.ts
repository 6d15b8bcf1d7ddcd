import { expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

async function enter(backend: Backend, bandwidth: number) {
  const values = { ...defaultValues(scene.parameters), samples: 20, bandwidth };
  const world = await scene.enter(values, backend);
  const positions = () => [
    ...world.components.Position.x.slice(1),
    ...world.components.Position.y.slice(1),
  ];
  return { world, values, positions };
}

describeEachBackend('a knob that is turned while a step is under way', (backend) => {
  it('changes that step, on the way there and on every way back to it', async () => {
    const { world, values: initial, positions } = await enter(backend(), 1);
    let values = initial;
    const history = createHistory(world, scene.schedule);
    const player = createPlayer({
      world,
      schedule: scene.schedule,
      history,
      values: () => values,
      phases: scene.phases.length,
      onChange: () => undefined,
      onFailure(error) {
        throw error;
      },
    });
    player.forward();
    values = { ...values, bandwidth: 3 };
    player.valuesChanged();
    // Pressed meanwhile: another step follows.
    player.forward();
    await player.settled();
    expect(world.step).toBe(2);
    const after = positions();

    const twin = await enter(backend(), 3);
    await tick(twin.world, scene.schedule, twin.world.values);
    const first = twin.positions();
    await tick(twin.world, scene.schedule, twin.world.values);
    expect(after).toEqual(twin.positions());

    player.goTo(1);
    await player.settled();
    expect(positions()).toEqual(first);
    expect(history.takenWith(1)).toMatchObject({ bandwidth: 3 });
    world.scope.end();
    twin.world.scope.end();
  });
});
