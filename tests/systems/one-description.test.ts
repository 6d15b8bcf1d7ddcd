import { expect } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import type { SceneDefinition } from '../../src/scenes/scene.ts';
import type { Description } from '../../src/world/description.ts';
import { createHistory } from '../../src/world/history.ts';
import { lookAt } from '../../src/world/look-at.ts';
import {
  defaultValues,
  type ParameterTable,
  type ParameterValues,
} from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { tick } from '../../src/world/tick.ts';
import type { World } from '../../src/world/world.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';

const look = { row: 0, phase: null };

async function enter<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, backend: Backend) {
  const world = await scene.enter(defaultValues(scene.parameters), backend);
  const describe = () => {
    lookAt(world, scene.schedule, { row: look.row, isComing: false });
    return scene.describe(world, look);
  };
  return { world, describe };
}

describeEachBackend('what a scene says of a moment', (backend) => {
  itEachScene('is of the step before as long as a step is under way', async (scene) => {
    const { world, describe } = await enter(scene, backend());
    for (let step = 0; step < 5; step++) {
      const before = describe();
      expect(before.step).toBe(step);
      const underWay = tick(world, scene.schedule, world.values);
      expect(describe()).toEqual(before);
      await underWay;
      expect(describe().step).toBe(step + 1);
      expect(describe().summary).not.toBe(before.summary);
    }
    world.scope.end();
  });

  itEachScene('is the same again at a step that is gone back to', async (scene) => {
    const { world, describe } = await enter(scene, backend());
    const history = createHistory(world, scene.schedule);
    const said = [describe()];
    while (!world.atRest && said.length < 60) {
      await tick(world, scene.schedule, world.values);
      history.remember();
      said.push(describe());
    }
    for (const step of [0, said.length - 1, 2, 1, 0]) {
      await history.goTo(step);
      // How far the points came is known of the way there, not of where they are put.
      expect({ ...describe(), focus: null }).toEqual({ ...said[step], focus: null });
    }
    world.scope.end();
  });

  itEachScene('is told of after each change of what is shown', async (scene) => {
    const { world, describe } = await enter(scene, backend());
    // Few snapshots, so that going back replays.
    const history = createHistory(world, scene.schedule, { budget: 1 });
    let told = describe();
    const player = createPlayer({
      world,
      schedule: scene.schedule,
      history,
      values: () => world.values,
      phases: scene.phases.length,
      onChange() {
        told = describe();
      },
      onFailure(error) {
        throw error;
      },
    });
    player.speed = 60;
    player.play();
    const valueChanges = [() => player.pause(), () => player.goTo(3), () => player.goTo(0)];
    for (let frame = 0; valueChanges.length > 0; frame++) {
      player.advance(17);
      await new Promise((resolve) => setTimeout(resolve));
      expect(told).toEqual(describe());
      if (world.step >= 5 || (valueChanges.length < 3 && frame % 40 === 0))
        valueChanges.shift()?.();
    }
    await player.settled();
    expect(told).toEqual(describe());
    expect(told.step).toBe(0);
    world.scope.end();
  });
});
