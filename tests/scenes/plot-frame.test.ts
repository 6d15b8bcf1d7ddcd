import { expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import {
  keepPlotFrame,
  plotBounds,
  plotFrame,
  widthThatFills,
} from '../../src/scenes/derivatives/view/plot-frame.ts';
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

it.each([
  ['x^(1/3)', 0],
  ['sqrt(x)', 0],
  ['2 + (3 - x)^0.2', 2],
])('the frame of %s holds where it ends, %d', async (f, end) => {
  const initial = { ...defaultValues(parameters), f, from: -6, to: 6, at: 1 };
  const world = await scene.enter(initial, createCpuBackend('test'));
  const { y } = plotFrame(world);
  expect(y.least).toBeLessThan(end);
  expect(y.least).toBeGreaterThan(end - 1);
  world.scope.end();
});

it('the frame of ln x does not follow it to where it ends in nothing', async () => {
  const initial = { ...defaultValues(parameters), f: 'ln(x)', from: -6, to: 6, at: 1 };
  const world = await scene.enter(initial, createCpuBackend('test'));
  expect(plotFrame(world).y.least).toBeGreaterThan(-6);
  world.scope.end();
});

it.each([
  [896, 667, 0],
  [976, 690, 0],
  [2100, 1300, 0],
  [1200, 500, 0],
  [408, 299, 44],
])('the plots fill a stage of %d×%d in both directions, less %d', (width, height, aside) => {
  const size = { width, height, textScale: 1, aside };
  const { left, right, bottom, top } = plotBounds(widthThatFills(size));
  // The margins, and the room for the caption, are 56 and 120 pixels in all.
  expect((right - left) / (top - bottom)).toBeCloseTo((width - 56 - aside) / (height - 120), 10);
});
