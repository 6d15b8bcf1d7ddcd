import { describe, expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { scene } from '../../src/scenes/derivatives/scene.ts';
import { keepCurves, type PlotCurves } from '../../src/scenes/derivatives/view/keep-curves.ts';
import { boxes, keepPlotFrame } from '../../src/scenes/derivatives/view/plot-frame.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { refreshWorld, tick } from '../../src/world/tick.ts';

const { parameters, schedule } = scene;

/** A camera that looks at the plots from a place, at so many pixels a world unit. */
function cameraAt(left: number, scale: number, width = 800) {
  return {
    ...{ left, scale, width, height: 600 },
    toWorld(x: number, y: number) {
      return { x: this.left + x / this.scale, y: -y / this.scale };
    },
  };
}

async function open(values: Partial<ReturnType<typeof defaultValues<typeof parameters>>> = {}) {
  const initial = { ...defaultValues(parameters), f: 'a sin(x)', from: -3, to: 3, ...values };
  const world = await scene.enter(initial, createCpuBackend('test'));
  const camera = cameraAt(-1, 60);
  const frame = keepPlotFrame(world);
  const curves = keepCurves(world, camera);
  return { world, camera, frame, now: () => curves(frame()) };
}

/** The height of a sampled curve at a place, both in world units. */
function heightAt({ left, px }: PlotCurves, curve: PlotCurves['value'], x: number): number {
  const at = (x - left) / px;
  for (let i = 1; i < curve.count; i++) {
    const [x0, x1] = [curve.x[i - 1], curve.x[i]];
    if (!(x0 <= at && at <= x1)) continue;
    return px * (curve.y[i - 1] + ((curve.y[i] - curve.y[i - 1]) * (at - x0)) / (x1 - x0 || 1));
  }
  return Number.NaN;
}

describe('the sampled curves of the scene', () => {
  it('are sampled once a change of what they show, of h, and of what the camera sees', async () => {
    const { world, camera, now } = await open();
    let last = now().version;
    const expectNew = (isNew: boolean, what: string) => {
      const { version } = now();
      expect(version !== last, what).toBe(isNew);
      expect(now().version).toBe(version);
      last = version;
    };
    expectNew(false, 'nothing');
    for (const turned of [
      { a: 2 },
      { at: 0.5, zoom: 4 },
      { at: 0.6 },
      { precision: 'f32' },
    ] as const) {
      await refreshWorld(world, schedule, { ...world.values, ...turned });
      expectNew(true, JSON.stringify(turned));
    }
    await tick(world, schedule, world.values);
    expectNew(true, 'h was halved');
    camera.scale = 600;
    camera.left = 4;
    expectNew(true, 'ten times closer');
    camera.left = 4.1;
    expectNew(false, 'a little to the right');
    camera.left = 8;
    expectNew(true, 'beyond what was sampled');
    world.scope.end();
  });

  it('follow a point that travels without being sampled again', async () => {
    const { world, now } = await open({ motion: 'travel' });
    const { version } = now();
    await tick(world, schedule, world.values);
    await tick(world, schedule, world.values);
    expect(now().version).toBe(version);
    world.scope.end();
  });

  it.each([
    ['the whole window', 60, -1, 1],
    ['a part of it, closer', 2000, 6.4, 1],
    ['under the microscope', 60, -1, 1000],
  ])('meet function and slopes within half a pixel: %s', async (_, scale, left, zoom) => {
    const { world, camera, frame, now } = await open({ a: 1.5, at: 1, h: 0.25, zoom });
    camera.scale = scale;
    camera.left = left;
    const { width, toX, toY, toSlopeY, fromX } = frame();
    const curves = now();
    for (const part of [0.1, 0.31, 0.5, 0.77, 0.9]) {
      const seen = Math.max(0, left) + Math.min(width, 800 / scale) * part;
      const x = fromX(seen);
      const half = 0.5 / scale;
      const close = (curve: PlotCurves['value'], bottom: number, y: number) =>
        expect(Math.abs(bottom + heightAt(curves, curve, toX(x)) - y)).toBeLessThan(half);
      close(curves.value, boxes.curve.bottom, toY(1.5 * Math.sin(x)));
      close(curves.exact, boxes.slope.bottom, toSlopeY(1.5 * Math.cos(x)));
      const forward = (1.5 * (Math.sin(x + 0.25) - Math.sin(x))) / 0.25;
      close(curves.slope, boxes.slope.bottom, toSlopeY(forward));
    }
    world.scope.end();
  });

  it('ask a long formula less often', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `sin(${1000 + i}x)`).join(' + ');
    const [short, slow] = [await open({ f: 'sin(1000x)' }), await open({ f: long })];
    expect(slow.now().value.evaluations).toBeLessThan(short.now().value.evaluations / 3);
    for (const { world } of [short, slow]) world.scope.end();
  });
});
