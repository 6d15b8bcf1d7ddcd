import { expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { scene as derivatives } from '../../src/scenes/derivatives/scene.ts';
import { scene as meanShift } from '../../src/scenes/meanshift/scene.ts';
import type { SceneDefinition } from '../../src/scenes/scene.ts';
import type { Description } from '../../src/world/description.ts';
import { createHistory } from '../../src/world/history.ts';
import {
  defaultValues,
  type ParameterTable,
  type ParameterValues,
} from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { tick } from '../../src/world/tick.ts';
import { walk } from '../../src/world/walk.ts';
import type { World } from '../../src/world/world.ts';
import { describeEachBackend } from '../support/each-backend.ts';

async function play<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, compute: Backend, initial: Partial<ParameterValues<T>>) {
  let values = { ...defaultValues(scene.parameters), ...initial };
  const world = await scene.enter(values, compute);
  const player = createPlayer({
    world,
    schedule: scene.schedule,
    history: createHistory(world, scene.schedule),
    values: () => values,
    phases: scene.phases.length,
    onChange: () => undefined,
    onFailure(error) {
      throw error;
    },
  });
  const after = (act: () => void) => {
    act();
    return player.settled();
  };
  return {
    world,
    player,
    said: () => scene.describe(world, { row: null, phase: null }).summary,
    /** Long after the step, whose motion shows no more. */
    turn: (wanted: Partial<ParameterValues<T>>) =>
      after(() => {
        player.advance(1e4);
        values = { ...values, ...wanted };
        player.valuesChanged();
      }),
    forward: () => after(player.forward),
    goTo: (step: number) => after(() => player.goTo(step)),
    walkTo: (step: number) => after(() => player.walkTo(step, [])),
  };
}

describeEachBackend('points that have come to rest', (backend) => {
  // On x² a rate of a half leads to 0 in one step, where they stay.
  const bowl = { preset: 'x²', f: 'a x^2', a: 1, motion: 'descend', scheme: 'dual' } as const;

  it('are so under one rate and one slope: turned, it is not known before the next step', async () => {
    const { world, said, turn, forward, goTo } = await play(derivatives, backend(), {
      ...bowl,
      rate: 0.5,
      points: 5,
    });
    await forward();
    await forward();
    expect(said()).toBe('step 2: 5 points have come to rest');
    const turns = { rate: [0.25, 0.5], a: [2, 1], h: [0.1, 0.001] };
    for (const [name, [other, again]] of Object.entries(turns)) {
      await turn({ [name]: other });
      expect(said()).toBe('step 2: 5 points rolling downhill');
      await turn({ [name]: again });
      expect(said()).toBe('step 2: 5 points have come to rest');
    }
    // What is only looked at moves no point.
    await turn({ at: 2, zoom: 5 });
    expect(said()).toBe('step 2: 5 points have come to rest');
    await turn({ rate: 0.25 });
    await forward();
    expect(said()).toBe('step 3: 5 points have come to rest');
    await goTo(2);
    expect(said()).toBe('step 2: 5 points rolling downhill');
    await turn({ rate: 0.5 });
    expect(said()).toBe('step 2: 5 points have come to rest');
    await goTo(1);
    await goTo(2);
    expect(said()).toBe('step 2: 5 points have come to rest');
    world.scope.end();
  });

  it('are not so where they were only stopped, also after going back', async () => {
    // A rate of 1 mirrors each point at 0, for ever.
    const { world, said, walkTo, goTo } = await play(derivatives, backend(), {
      f: 'x^2 + y^2',
      scheme: 'dual',
      rate: 1,
      points: 2,
    });
    await walkTo(1000);
    expect(said()).toBe('step 400: 2 points stopped on the way');
    await goTo(399);
    expect(said()).toBe('step 399: 2 points rolling downhill');
    await goTo(400);
    expect(said()).toBe('step 400: 2 points stopped on the way');
    world.scope.end();
  });

  it('play on where a turn frees them, if they played', async () => {
    const { world, player, said, turn, forward } = await play(derivatives, backend(), {
      ...bowl,
      rate: 0.5,
      points: 5,
    });
    player.play();
    while (player.playing) {
      player.advance(1e4);
      await player.settled();
    }
    expect(said()).toBe('step 2: 5 points have come to rest');
    await turn({ rate: 0.25 });
    expect(player.playing).toBe(true);
    player.pause();
    await forward();
    await turn({ rate: 0.5 });
    expect(player.playing).toBe(false);
    world.scope.end();
  });
});

describeEachBackend('points that have converged', (backend) => {
  it('are so under the values of then, wherever a walk to beyond them begins', async () => {
    const values = { ...defaultValues(meanShift.parameters), samples: 5 };
    const { schedule } = meanShift;
    const world = await meanShift.enter(values, backend());
    const history = createHistory(world, schedule);
    const take = async (given: typeof values) => {
      await tick(world, schedule, given);
      history.remember();
    };
    while (!world.atRest) await take(values);
    const { step } = world;
    await take({ ...values, bandwidth: 5 });
    const signal = new AbortController().signal;
    const onStep = () => undefined;
    const target = step + 9;
    await walk(world, schedule, history, { target, valueChanges: [], values, signal, onStep });
    expect(world.step).toBe(step);
    world.scope.end();
  });

  it('have so under one bandwidth: turned, it is not known before the next step', async () => {
    const { world, said, turn, forward, goTo } = await play(meanShift, backend(), { samples: 5 });
    while (!world.atRest) await forward();
    const { step } = world;
    const converged = said();
    expect(converged).toMatch(/^converged at step/);
    await turn({ bandwidth: 5 });
    const turned = said();
    expect(turned).toMatch(/points moved by/);
    await forward();
    await goTo(step);
    expect(said()).toBe(turned);
    await turn({ bandwidth: defaultValues(meanShift.parameters).bandwidth });
    expect(said()).toBe(converged);
    await goTo(step - 1);
    await goTo(step);
    expect(said()).toBe(converged);
    world.scope.end();
  });
});
