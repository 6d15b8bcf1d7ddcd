import { describe, expect, it } from 'vitest';
import type { Backend, Recording } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import {
  candidatesFor,
  choosePointsEach,
  chosenPointsEach,
  pointsEachFor,
} from '../../src/gpu/meanshift/choose-points-each.ts';

/** A GPU that takes so many milliseconds for 2048 points, by the points of an invocation. */
function timedBackend(times: Readonly<Record<number, number>>) {
  const runs: { readonly count: number; readonly pointsEach: number }[] = [];
  let lastRunMs = 0;
  const compute: Backend = Object.create(createCpuBackend('the test'), {
    kind: { value: 'webgpu' },
    lastRunMs: { get: () => lastRunMs },
    run: {
      async value([{ commands }]: readonly Recording[]) {
        for (const it of commands) {
          if (it.kind !== 'dispatch' || !it.kernel.sizes?.points_each) continue;
          const pointsEach = it.kernel.sizes.points_each.value;
          const { count } = it.uniforms;
          runs.push({ count, pointsEach });
          if (times[pointsEach] === undefined) throw new Error('the device is gone');
          lastRunMs = times[pointsEach] * (count / 2048) ** 2;
        }
      },
    },
  });
  return { compute, runs };
}

describe('how many points an invocation sums for', () => {
  it('is what was measured to be fastest, once for many points of so many axes', async () => {
    const { compute, runs } = timedBackend({ 1: 9, 2: 5, 4: 3, 8: 4 });
    expect(chosenPointsEach(compute, 2, 10_000)).toBe(null);
    const both = [choosePointsEach(compute, 2, 10_000), choosePointsEach(compute, 2, 500_000)];
    expect(await Promise.all(both)).toEqual([4, 4]);
    const taken = runs.length;
    expect(await choosePointsEach(compute, 2, 1e6)).toBe(4);
    expect(chosenPointsEach(compute, 2, 1e6)).toBe(4);
    expect(runs.length).toBe(taken);
    await choosePointsEach(compute, 3, 10_000);
    expect(runs.length).toBeGreaterThan(taken);
  });

  it('is measured on more points where a device is too fast to be timed', async () => {
    const { compute, runs } = timedBackend({ 1: 0.09, 2: 0.05, 4: 0.04, 8: 0.03 });
    expect(await choosePointsEach(compute, 2, 10_000)).toBe(8);
    expect(runs.at(-1)?.count).toBe(16_384);
  });

  it('is not measured for few points, nor on the CPU', async () => {
    const { compute, runs } = timedBackend({});
    expect(await choosePointsEach(compute, 2, 1500)).toBe(4);
    expect(runs).toEqual([]);
    expect(await choosePointsEach(createCpuBackend('the test'), 2, 1e6)).toBe(1);
  });

  it('is measured another time where a trial failed', async () => {
    const times: Record<number, number> = {};
    const { compute } = timedBackend(times);
    await expect(choosePointsEach(compute, 2, 10_000)).rejects.toThrow('the device is gone');
    Object.assign(times, { 2: 3, 4: 2, 8: 4 });
    expect(await choosePointsEach(compute, 2, 10_000)).toBe(4);
  });

  it('is no more than a batch has, and than registers hold', () => {
    expect([1, 2, 3, 4, 7, 8, 9].map((batch) => pointsEachFor(2, 8, batch))).toEqual([
      1, 2, 2, 4, 4, 8, 8,
    ]);
    expect(pointsEachFor(2, 4, 1e6)).toBe(4);
    // Four lanes of the weights and of the difference along each axis: at most 128 numbers.
    for (let axes = 1; axes <= 16; axes++) {
      const [most] = candidatesFor(axes).slice(-1);
      expect(most * 4 * (axes + 1)).toBeLessThanOrEqual(Math.max(128, 4 * (axes + 1)));
      expect(candidatesFor(axes)[0]).toBe(1);
    }
  });
});
