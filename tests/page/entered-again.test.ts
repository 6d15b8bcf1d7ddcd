import { expect, it } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { createScenePlace } from '../../src/page/scene-place.ts';
import { ownValues, type Values } from '../../src/page/values-owner.ts';
import type { DerivativesValues } from '../../src/scenes/derivatives/parameters.ts';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import type { Stage } from '../../src/view/stage.ts';

const nothing = () => undefined;
const view = {
  bounds: () => ({ left: 0, right: 1, bottom: 0, top: 1 }),
  draw: nothing,
  dispose: nothing,
};
const camera: Partial<Stage['camera']> = { frame: nothing };
const stage: Partial<Stage> = { camera: camera as Stage['camera'] };

/** A scene on a stage that shows nothing, whose worlds can be had of some values only. */
async function open(canEnter: (values: DerivativesValues) => boolean, initial: Values) {
  const values = ownValues(scene.parameters, initial);
  const failures: unknown[] = [];
  const place = await createScenePlace({
    scene: {
      ...scene,
      enter: async (given, compute) => {
        if (!canEnter(given)) throw new InputError('more than there is');
        return scene.enter(given, compute);
      },
    },
    page: { openView: () => view },
    compute: createCpuBackend('test'),
    stage: stage as Stage,
    values,
    speed: 1,
    byPhase: false,
    past: undefined,
    opens: nothing,
    shown: () => ({ progress: 1, phase: null, picked: null, hovered: null }),
    setValues: nothing,
    entering: nothing,
    replaced: nothing,
    changed: nothing,
    failed: (error) => failures.push(error),
  });
  return {
    values,
    failures,
    world: () => place.now.world,
    leave: place.leave,
    async enterWith(wanted: Values) {
      values.take(wanted);
      place.enterAgain();
      await place.settled();
    },
  };
}

const few = ({ points }: DerivativesValues) => points <= 9;
const start = { f: 'a x^2', motion: 'descend', points: 5 };

it('a scene that cannot be entered gives back what it cannot have, and keeps what was turned live', async () => {
  const { values, failures, world, enterWith, leave } = await open(few, start);
  values.take({ a: 3, rate: 0.25 });
  await enterWith({ points: 10 });
  expect(failures).toEqual([new InputError('more than there is')]);
  expect(values.record).toMatchObject({ ...start, a: 3, rate: 0.25 });
  expect(world().values).toEqual(values.now);
  // What was had is had again, also with what was turned on the way.
  await enterWith({ points: 9, a: 2 });
  await enterWith({ points: 10 });
  expect(values.record).toMatchObject({ points: 9, a: 2, rate: 0.25 });
  await leave();
});

it('what a choice has cleared comes back with what was chosen before', async () => {
  const { values, enterWith, leave } = await open(({ preset }) => preset !== 'sin x', start);
  values.take({ rate: 0.25, h: 0.5 });
  await enterWith({ preset: 'sin x' });
  expect(values.record).toMatchObject({ ...start, preset: 'x²', rate: 0.25, h: 0.5 });
  await leave();
});

it('a scene that cannot be entered with what was turned goes back to all that it was entered with', async () => {
  const isLow = (values: DerivativesValues) => few(values) && Number(values.rate) < 0.3;
  const { values, failures, world, enterWith, leave } = await open(isLow, {
    ...start,
    rate: 0.125,
  });
  values.take({ rate: 0.5, h: 0.5 });
  await enterWith({ points: 10 });
  expect(failures).toHaveLength(1);
  expect(values.record).toMatchObject({ ...start, rate: 0.125, h: null });
  expect(world().values).toEqual(values.now);
  await leave();
});
