import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { type DerivativesValues, parameters } from '../../src/scenes/derivatives/parameters.ts';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import { enterDerivatives } from '../../src/scenes/derivatives/sim/enter-derivatives.ts';
import { schedule } from '../../src/scenes/derivatives/sim/schedule.ts';
import { samplesOf } from '../../src/systems/derivatives/entities-of.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { describeEachBackend } from '../support/each-backend.ts';

describeEachBackend('a knob of the derivatives that is turned on the way', (backend) => {
  it('shows the curve, the slope and every digit with the values of now, also after going back', async () => {
    let values: DerivativesValues & { a: number } = {
      ...defaultValues(parameters),
      f: 'a x^2',
      at: 1,
      a: 1,
    };
    const world = await enterDerivatives(values, backend(), createScope());
    const history = createHistory(world, schedule);
    const failed: unknown[] = [];
    const player = createPlayer({
      world,
      schedule,
      history,
      values: () => values,
      phases: 4,
      onChange: () => undefined,
      onFailure: (error) => failed.push(error),
    });
    for (let step = 0; step < 3; step++) {
      player.forward();
      await player.settled();
    }
    values = { ...values, a: 3 };
    player.valuesChanged();
    // Until the curve is there with it, the old value is what is shown.
    expect(scene.describe(world, { row: null, phase: null }).found?.exact).toBe(2);
    await player.settled();
    // 3x² at 1 over h = 1, ½, ¼, ⅛: 6 + 3h.
    expect(world.taken.map(({ slope }) => slope)).toEqual([9, 7.5, 6.75, 6.375]);
    player.goTo(1);
    await player.settled();
    expect(world.taken.map(({ slope }) => slope)).toEqual([9, 7.5]);
    const { found } = scene.describe(world, { row: null, phase: null });
    expect(found).toMatchObject({ x: 1, h: 0.5, slope: 7.5, exact: 6, y: 3, run: 0.5 });
    const { Position } = world.components;
    for (const sample of samplesOf(world)) {
      const x = Position.x[sample];
      expect(Math.abs(Position.y[sample] - 3 * x * x)).toBeLessThan(1e-4);
    }
    expect(failed).toEqual([]);
    world.scope.end();
  });
});
