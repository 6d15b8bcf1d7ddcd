import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { type DerivativesValues, parameters } from '../../src/scenes/derivatives/parameters.ts';
import { enterDerivatives } from '../../src/scenes/derivatives/sim/enter-derivatives.ts';
import { schedule } from '../../src/scenes/derivatives/sim/schedule.ts';
import { rollersOf } from '../../src/systems/derivatives/entities-of.ts';
import { giveValues } from '../../src/world/give-values.ts';
import { createHistory } from '../../src/world/history.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { refreshWorld, tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { untilRest } from '../support/until-rest.ts';

const enter = (compute: Backend, values: Partial<DerivativesValues>) =>
  enterDerivatives({ ...defaultValues(parameters), ...values }, compute, createScope());

describeEachBackend('the derivatives scene', (backend) => {
  const near = () => (backend().kind === 'webgpu' ? 1e-3 : 1e-9);

  it('makes the curve a chain of entities, each with its value and its slope', async () => {
    const world = await enter(backend(), { preset: 'sin x', scheme: 'dual' });
    const { Position, Slope, Row } = world.components;
    const chain = query(world, [Position, Slope, Row]);
    expect(chain.length).toBeGreaterThan(1000);
    for (const sample of chain) {
      const x = Position.x[sample];
      expect(Math.abs(Position.y[sample] - Math.sin(x))).toBeLessThan(near());
      expect(Math.abs(Slope.value[sample] - Math.cos(x))).toBeLessThan(near());
    }
    world.scope.end();
  });

  it('halves h in every step: the slope of x² at 1 is 2 + h', async () => {
    const world = await enter(backend(), { preset: 'x²' });
    for (let step = 0; step < 6; step++) await tick(world, schedule, world.values);
    expect(world.taken.map(({ slope }) => slope)).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((step) => 2 + 2 ** -step),
    );
    world.scope.end();
  });

  it('loses the digits again when h is too small, in f32 sooner than in f64', async () => {
    const errorAt = async (precision: 'f32' | 'f64', step: number) => {
      const world = await enter(backend(), { preset: 'exp', at: 1, precision });
      while (world.step < step) await tick(world, schedule, world.values);
      world.scope.end();
      return Math.abs((world.taken[step]?.slope ?? 0) - Math.E);
    };
    // Theory: best at h near 2^-12 in f32, near 2^-26 in f64.
    expect(await errorAt('f32', 12)).toBeLessThan(await errorAt('f32', 22));
    expect(await errorAt('f64', 22)).toBeLessThan(await errorAt('f32', 22));
    expect(await errorAt('f64', 26)).toBeLessThan(await errorAt('f64', 45));
  });

  it('reads its formula once, however often a value is turned', async () => {
    const values = { ...defaultValues(parameters), f: 'a x^2' };
    const world = await enterDerivatives(values, backend(), createScope());
    const { f, at, h, from } = world.resolved;
    expect(world.expression).toBe(f);
    expect({ at, h, from }).toEqual({ at: 1, h: 1, from: -3 });
    giveValues(world, { ...values, a: 3, at: 2 });
    expect(world.resolved).toMatchObject({ a: 3, at: 2, h: 1 });
    expect(world.resolved.f).toBe(f);
    world.scope.end();
  });

  it('shows another slope where the point is moved, without a step', async () => {
    const values = {
      ...defaultValues(parameters),
      preset: 'x²' as const,
      scheme: 'central' as const,
    };
    const world = await enterDerivatives(values, backend(), createScope());
    await refreshWorld(world, schedule, { ...values, at: -2 });
    expect(world.step).toBe(0);
    expect(world.taken).toEqual([{ x: -2, h: 1, y: 4, slope: -4 }]);
    world.scope.end();
  });

  it('travels the window from end to end', async () => {
    const world = await enter(backend(), { preset: 'sin x', motion: 'travel' });
    await untilRest(world, schedule, 200);
    expect(world.taken[0].x).toBe(-7);
    expect(world.now.x).toBe(7);
    world.scope.end();
  });

  it('rolls points to the bottom: by 1 − 2·rate in each step on x²', async () => {
    const world = await enter(backend(), {
      preset: 'x²',
      motion: 'descend',
      scheme: 'dual',
      rate: 0.25,
      points: 12,
    });
    const { Position } = world.components;
    const before = [...rollersOf(world)].map((it) => Position.x[it]);
    await tick(world, schedule, world.values);
    for (const [i, roller] of [...rollersOf(world)].entries()) {
      expect(Math.abs(Position.x[roller] - before[i] / 2)).toBeLessThan(near());
    }
    await untilRest(world, schedule, 200);
    for (const roller of rollersOf(world)) expect(Math.abs(Position.x[roller])).toBeLessThan(0.01);
    world.scope.end();
  });

  it('descends Himmelblau’s function to its four minima', async () => {
    const world = await enter(backend(), { preset: 'Himmelblau', scheme: 'dual', points: 200 });
    while (!world.atRest && world.step < 150) await tick(world, schedule, world.values);
    // As Himmelblau (1972) gives them.
    const minima = [
      [3, 2],
      [-2.805118, 3.131312],
      [-3.77931, -3.283186],
      [3.584428, -1.848126],
    ];
    const { Position } = world.components;
    const found = new Set<number>();
    for (const roller of rollersOf(world)) {
      const distances = minima.map(([x, y]) =>
        Math.hypot(Position.x[roller] - x, Position.y[roller] - y),
      );
      const nearest = Math.min(...distances);
      expect(nearest).toBeLessThan(0.01);
      found.add(distances.indexOf(nearest));
    }
    expect(found.size).toBe(4);
    world.scope.end();
  });

  it('goes back and on again to the same places', async () => {
    const world = await enter(backend(), { preset: 'Himmelblau', points: 50 });
    const history = createHistory(world, schedule);
    const places = () => {
      const { Position } = world.components;
      return [...rollersOf(world)].map((it) => [Position.x[it], Position.y[it]]);
    };
    for (let step = 0; step < 4; step++) {
      await tick(world, schedule, world.values);
      history.remember();
    }
    const there = places();
    await history.goTo(1);
    expect(places()).not.toEqual(there);
    await history.goTo(4);
    expect(places()).toEqual(there);
    world.scope.end();
  });

  it('refuses a window that is none', async () => {
    await expect(enter(backend(), { from: 2, to: 2 })).rejects.toThrow('from 2 to 2 is empty');
  });
});
