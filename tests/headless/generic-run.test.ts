import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { makeCall } from '../../src/headless/make-call.ts';
import { optionsOf } from '../../src/headless/options-of.ts';
import { prepareTask } from '../../src/headless/prepare-task.ts';
import { readArguments } from '../../src/headless/read-arguments.ts';
import { tasksOf } from '../../src/headless/task.ts';
import { runnable } from '../../src/scenes/headless-registry.ts';
import type { HeadlessSide } from '../../src/scenes/headless-side.ts';
import type { MeanShiftValues, parameters } from '../../src/scenes/meanshift/parameters.ts';
import { loadScene } from '../../src/scenes/registry.ts';
import type { MeanShiftWorld } from '../../src/systems/meanshift/world.ts';
import type { World } from '../../src/world/world.ts';

type Side = HeadlessSide<typeof parameters, MeanShiftWorld & World<MeanShiftValues>>;

/** All that a scene has to bring. */
function reporting(report: (world: MeanShiftWorld) => Readonly<Record<string, unknown>>): Side {
  return {
    help: 'A report and nothing else.',
    report: (world) => ({ keys: report(world), output: () => '' }),
  };
}

async function run(side: Side, argv: string) {
  const erased: unknown = side;
  const both = { scene: runnable(await loadScene('meanshift')), side: erased as HeadlessSide };
  const given = readArguments(argv.split(' '), optionsOf(both));
  const asked = makeCall(both, given, {});
  const task = await prepareTask(both, tasksOf(both)[0], asked, {});
  const signal = new AbortController().signal;
  return task.run(createCpuBackend('a test'), { signal, onProgress: () => undefined });
}

it('a scene with a report alone is entered with its values, takes its steps, and ends', async () => {
  let seen: MeanShiftWorld | null = null;
  const side = reporting((world) => {
    seen = world;
    const { Position, Row } = world.components;
    return { points: query(world, [Position, Row]).length, shifts: world.shifts.length };
  });
  const result = await run(side, '--steps 3 --clusters 2 --samples 7 --seed 9');
  expect(result.keys).toEqual({ points: 14, shifts: 3 });
  expect(result.steps).toBe(3);
  // Every parameter that changes a result, with its value; none that changes the picture alone.
  expect(result.params).toMatchObject({ clusters: 2, samples: 7, seed: 9, bandwidth: 2.5 });
  expect(result.params).toMatchObject({ untilConverged: false });
  expect(Object.keys(result.params ?? {})).not.toContain('traces');
  expect(seen).toMatchObject({ scope: { ended: true } });
});

it('it also steps until nothing moves, and at most so far', async () => {
  const side = reporting(({ atRest }) => ({ atRest }));
  const whole = await run(side, '--until-converged --samples 20');
  expect(whole.keys).toEqual({ atRest: true });
  const short = await run(side, '--until-converged --max-steps 2 --samples 20');
  expect({ ...short.keys, steps: short.steps }).toEqual({ atRest: false, steps: 2 });
});

it('its world ends where the report fails, too', async () => {
  let seen: MeanShiftWorld | null = null;
  const side = reporting((world) => {
    seen = world;
    throw new Error('no report');
  });
  await expect(run(side, '--steps 1 --samples 2')).rejects.toThrow('no report');
  expect(seen).toMatchObject({ scope: { ended: true } });
});
