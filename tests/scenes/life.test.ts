import { expect, it } from 'vitest';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { headless } from '../fixtures/life/headless/headless.ts';
import type { LifeValues } from '../fixtures/life/parameters.ts';
import { scene } from '../fixtures/life/scene.ts';
import { countLive } from '../support/count-live.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { runTask } from '../support/run-task.ts';

type Cells = readonly (readonly [number, number])[];

const inOrder = (cells: Cells) => [...cells].sort(([ax, ay], [bx, by]) => ay - by || ax - bx);

/** The glider, and the blinker both ways, as every book has them. */
const glider: Cells = [
  [2, 1],
  [3, 2],
  [1, 3],
  [2, 3],
  [3, 3],
];
const lying: Cells = [
  [1, 2],
  [2, 2],
  [3, 2],
];
const standing: Cells = [
  [2, 1],
  [2, 2],
  [2, 3],
];
const block: Cells = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
];

describeEachBackend('Conway’s life, a scene that the product does not have,', (backend) => {
  const look = { row: null, phase: null };

  async function open(given: Partial<LifeValues>) {
    const world = await scene.enter({ ...defaultValues(scene.parameters), ...given }, backend());
    return {
      world,
      living: () => scene.describe(world, look).living,
      step: () => tick(world, scene.schedule, world.values),
    };
  }

  it('turns a blinker by a quarter each step', async () => {
    const { world, living, step } = await open({ pattern: 'blinker' });
    for (const shown of [standing, lying, standing, lying]) {
      await step();
      expect(living()).toEqual(inOrder(shown));
      expect(world.atRest).toBe(false);
    }
    world.scope.end();
  });

  it('leaves a block as it is, which is rest', async () => {
    const { world, living, step } = await open({ pattern: 'block' });
    await step();
    expect(living()).toEqual(block);
    expect(world.atRest).toBe(true);
    world.scope.end();
  });

  it('moves a glider by (1, 1) every four steps, also over the edge', async () => {
    const size = 7;
    const { world, living, step } = await open({ pattern: 'glider', size });
    for (let moved = 1; moved <= size; moved++) {
      for (let i = 0; i < 4; i++) await step();
      const there = glider.map(([x, y]) => [(x + moved) % size, (y + moved) % size] as const);
      expect(living()).toEqual(inOrder(there));
    }
    world.scope.end();
  });

  it('has a history that goes back and on, kept or replayed', async () => {
    for (const budget of [1, 1e6]) {
      const { world, living, step } = await open({ pattern: 'glider' });
      const history = createHistory(world, scene.schedule, { budget });
      const seen = [living()];
      for (let i = 1; i <= 9; i++) {
        await step();
        history.remember();
        seen.push(living());
      }
      for (const target of [5, 0, 8, 9, 1]) {
        await history.goTo(target);
        expect(living()).toEqual(seen[target]);
      }
      world.scope.end();
    }
  });

  it('runs headless with its report, and leaves nothing', async () => {
    const { compute, live } = countLive(backend());
    const run = (argv: string) => runTask(scene, headless, argv, compute);
    const moved = await run('--pattern glider --size 9 --steps 4');
    expect(moved).toMatchObject({
      steps: 4,
      keys: { living: 5, atRest: false },
      params: { pattern: 'glider', size: 9 },
    });
    expect(moved.output?.('csv')).toBe('x,y\n3,2\n4,3\n2,4\n3,4\n4,4\n');
    const rested = await run('--pattern block --until-converged');
    expect(rested).toMatchObject({ steps: 1, keys: { living: 4, atRest: true } });
    expect(live.size).toBe(0);
  });
});
