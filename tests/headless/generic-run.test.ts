import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import type { HeadlessSide } from '../../src/scenes/headless-side.ts';
import type { MeanShiftValues, parameters } from '../../src/scenes/meanshift/parameters.ts';
import { loadScene } from '../../src/scenes/registry.ts';
import type { MeanShiftWorld } from '../../src/systems/meanshift/world.ts';
import type { World } from '../../src/world/world.ts';
import { runTask } from '../support/run-task.ts';

type Side = HeadlessSide<typeof parameters, MeanShiftWorld & World<MeanShiftValues>>;

/** All that a scene has to bring. */
function reporting(report: (world: MeanShiftWorld) => Readonly<Record<string, unknown>>): Side {
  return {
    help: 'A report and nothing else.',
    report: (world) => ({ keys: report(world), output: () => '' }),
  };
}

const run = async (side: Side, argv: string) =>
  runTask(await loadScene('meanshift'), side, argv, createCpuBackend('a test'));

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
