import { expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import { keepPlotFrame, plotFrame } from '../../src/scenes/derivatives/view/plot-frame.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { refreshWorld, tick } from '../../src/world/tick.ts';

const { parameters, schedule } = scene;
const rangesOf = ({ x, y, slopes }: ReturnType<typeof plotFrame>) => ({ x, y, slopes });

it('a plot’s frame is worked out once a change of what it shows, and is that of now', async () => {
  const initial = { ...defaultValues(parameters), f: 'a x^3', a: 1, zoom: 2 };
  const world = await scene.enter(initial, createCpuBackend('test'));
  const frame = keepPlotFrame(world);
  let last = frame();
  expect(frame()).toBe(last);
  const turns = [{ a: 2 }, { zoom: 4 }, { at: 0.5 }];
  for (const turned of turns) {
    await refreshWorld(world, schedule, { ...world.values, ...turned });
    const now = frame();
    expect(now, JSON.stringify(turned)).not.toBe(last);
    expect(frame()).toBe(now);
    expect(rangesOf(now)).toEqual(rangesOf(plotFrame(world)));
    last = now;
  }
  // A step that halves h moves no axis, nor does a precision.
  await tick(world, schedule, world.values);
  await refreshWorld(world, schedule, { ...world.values, precision: 'f32' });
  expect(frame()).toBe(last);
  world.scope.end();
});
