import { expect, it } from 'vitest';
import { loadScene, sceneNames } from '../../src/scenes/registry.ts';
import type { Scene, SceneWorld } from '../../src/scenes/scene.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { capture } from '../../src/world/snapshot.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';

const positions = (world: SceneWorld) => {
  const { Position } = (
    world as unknown as { components: { Position: { x: Float64Array; y: Float64Array } } }
  ).components;
  return [...Position.x, ...Position.y];
};

/** The first live number, turned to four fifths. */
function turned(scene: Scene, values: SceneWorld['values']): SceneWorld['values'] {
  const live = Object.keys(scene.parameters).find(
    (name) => scene.parameters[name].effect === 'live' && typeof values[name] === 'number',
  );
  return live ? { ...values, [live]: 0.8 * Number(values[live]) } : values;
}

describeEachBackend('what a world remembers', (backend) => {
  for (const name of sceneNames) {
    it(`is remembered by another world of the same values (${name})`, async () => {
      const scene = await loadScene(name);
      const values = defaultValues(scene.parameters);
      const world = await scene.enter(values, backend());
      // So little room that most steps have to be taken again.
      const budget = 4 * capture(world, scene.schedule).bytes;
      const history = createHistory(world, scene.schedule, { budget });
      const seen = [positions(world)];
      for (let step = 1; step <= 6; step++) {
        await tick(world, scene.schedule, step < 4 ? values : turned(scene, values));
        history.remember();
        seen.push(positions(world));
      }
      const { past } = history;
      world.scope.end();

      const other = await scene.enter(turned(scene, values), backend());
      const going = createHistory(other, scene.schedule, { budget, past });
      expect(going.furthest).toBe(6);
      for (const step of [5, 2, 6, 0, 3]) {
        await going.goTo(step);
        expect(positions(other), `step ${step}`).toEqual(seen[step]);
      }
      await tick(other, scene.schedule, turned(scene, values));
      expect(positions(other)).toEqual(seen[4]);
      other.scope.end();
    });
  }
});
