import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { type DerivativesValues, parameters } from '../../src/scenes/derivatives/parameters.ts';
import { enterDerivatives } from '../../src/scenes/derivatives/sim/enter-derivatives.ts';
import { schedule } from '../../src/scenes/derivatives/sim/schedule.ts';
import { rollersOf, samplesOf } from '../../src/systems/derivatives/entities-of.ts';
import { judgeRest } from '../../src/systems/derivatives/judge-rest.ts';
import { placeSamples, seenWindow } from '../../src/systems/derivatives/place-samples.ts';
import { rememberRoll } from '../../src/systems/derivatives/remember-roll.ts';
import { giveValues } from '../../src/world/give-values.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { resolveValues } from '../../src/world/resolve-values.ts';
import { tick } from '../../src/world/tick.ts';

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend('cpu', null, true);
});
const enter = (values: Partial<DerivativesValues>) =>
  enterDerivatives({ ...defaultValues(parameters), ...values }, backend, createScope());

describe('the window that is seen', () => {
  const window = { from: -3, to: 5 };
  const now = { x: 1.5, h: 1 };
  const seen = (zoom: number) =>
    seenWindow({
      window,
      now,
      resolved: resolveValues(parameters, { ...defaultValues(parameters), zoom }),
    });

  it('is all of it without a microscope', () => {
    expect(seen(1)).toEqual({ from: -3, to: 5 });
    expect(seen(0.5)).toEqual({ from: -3, to: 5 });
  });

  it('under a microscope is as many times narrower as it magnifies, around the point', () => {
    for (const zoom of [2, 8, 1000]) {
      const { from, to } = seen(zoom);
      expect(to - from).toBeCloseTo(8 / zoom, 12);
      expect((from + to) / 2).toBeCloseTo(1.5, 12);
    }
  });

  it('is where the samples lie, from end to end and evenly', async () => {
    const world = await enter({ preset: 'x²', from: -3, to: 5, at: 1.5, zoom: 4 });
    const xs = [...samplesOf(world)].map((sample) => world.components.Position.x[sample]);
    expect(xs[0]).toBeCloseTo(0.5, 12);
    expect(xs[xs.length - 1]).toBeCloseTo(2.5, 12);
    for (let i = 1; i < xs.length; i++) {
      expect(xs[i] - xs[i - 1]).toBeCloseTo(2 / (xs.length - 1), 12);
    }
    // The point comes last, and is sampled where it stands.
    expect(world.sampleX[xs.length]).toBe(1.5);
    world.scope.end();
  });
});

describe('samples', () => {
  it('go to the backend where something has moved, and only then', async () => {
    const world = await enter({ preset: 'x²', from: -3, to: 5, at: 1.5 });
    const upload = vi.spyOn(world.slopes!, 'setSamples');
    placeSamples(world);
    expect(upload).not.toHaveBeenCalled();
    world.coming = { ...world.coming, now: { ...world.coming.now, x: 2 } };
    placeSamples(world);
    expect(upload).toHaveBeenCalledTimes(1);
    giveValues(world, { ...world.values, zoom: 2 });
    placeSamples(world);
    expect(upload).toHaveBeenCalledTimes(2);
    placeSamples(world);
    expect(upload).toHaveBeenCalledTimes(2);
    world.scope.end();
  });

  it('are none of a function of x and y, and no slope is remembered there', async () => {
    const world = await enter({ f: 'x^2 + y^2', points: 5 });
    await tick(world, schedule, world.values);
    expect([...samplesOf(world)]).toEqual([]);
    expect(world.taken).toEqual([]);
    world.scope.end();
  });
});

describe('points come to rest', () => {
  const moved = async (values: Partial<DerivativesValues>, dx: number, dy: number) => {
    const world = await enter({ ...values, points: 5 });
    const { Position, PreviousPosition } = world.components;
    const rollers = [...rollersOf(world)];
    for (const roller of rollers) {
      PreviousPosition.x[roller] = Position.x[roller] = 0.25;
      PreviousPosition.y[roller] = Position.y[roller] = -0.5;
    }
    Position.x[rollers[3]] += dx;
    Position.y[rollers[3]] += dy;
    world.step = 1;
    rememberRoll(world);
    judgeRest(world);
    world.scope.end();
    return world.atRest;
  };

  it('in a field when none moves along x or y', async () => {
    const field = { f: 'x^2 + y^2' };
    expect(await moved(field, 0, 0)).toBe(true);
    expect(await moved(field, 0, 1e-5)).toBe(false);
    expect(await moved(field, 0, -1e-5)).toBe(false);
    expect(await moved(field, 1e-5, 0)).toBe(false);
    expect(await moved(field, -1e-5, 0)).toBe(false);
    expect(await moved(field, 1e-7, -1e-7)).toBe(true);
  });

  it('by a millionth of a window that is narrower than 1', async () => {
    const narrow = { f: 'x^2 + y^2', from: 0.25, to: 0.25 + 2 ** -10 };
    expect(await moved(narrow, 1e-8, 0)).toBe(false);
    expect(await moved(narrow, 0, -1e-8)).toBe(false);
    expect(await moved(narrow, 1e-10, -1e-10)).toBe(true);
    const wide = { f: 'x^2 + y^2', from: -1e3, to: 1e3 };
    expect(await moved(wide, 1e-5, 0)).toBe(false);
    expect(await moved(wide, 1e-7, 0)).toBe(true);
  });

  it('on a curve when none moves along x', async () => {
    const curve = { preset: 'x²', motion: 'descend' } as const;
    expect(await moved(curve, 0, 0)).toBe(true);
    expect(await moved(curve, 1e-5, 0)).toBe(false);
    expect(await moved(curve, 0, 1)).toBe(true);
  });

  it('not before the first step, and after 400 whatever they do', async () => {
    const world = await enter({ f: 'x^2 + y^2', points: 5 });
    judgeRest(world);
    expect(world.atRest).toBe(false);
    const { Position } = world.components;
    Position.y[rollersOf(world)[0]] += 1;
    rememberRoll(world);
    world.step = 399;
    judgeRest(world);
    expect(world.atRest).toBe(false);
    world.step = 400;
    judgeRest(world);
    expect(world.atRest).toBe(true);
    world.scope.end();
  });

  it('when h has been halved 54 times: 2^-54 is lost beside 1', async () => {
    const world = await enter({ preset: 'x²' });
    world.step = 53;
    judgeRest(world);
    expect(world.atRest).toBe(false);
    world.step = 54;
    judgeRest(world);
    expect(world.atRest).toBe(true);
    expect(1 + 2 ** -54).toBe(1);
    world.scope.end();
  });
});
