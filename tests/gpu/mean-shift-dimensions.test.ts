import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { candidatesFor } from '../../src/gpu/meanshift/choose-points-each.ts';
import { coordinateUnit } from '../../src/gpu/meanshift/coordinate-unit.ts';
import { exactKernels, weightKernelConstant } from '../../src/gpu/meanshift/exact.ts';
import { exactSweep, slotsFor } from '../../src/gpu/meanshift/exact-sweep.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import type { MeanShiftStep } from '../../src/gpu/meanshift/mean-shift-method.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { referenceRow, referenceSweepOf } from '../support/reference-mean-shift-axes.ts';

const kernels = ['gaussian', 'triangular'] as const;

/** Points by Weyl's sequence, in as many axes as asked for: fixed, and even. */
const evenPoints = (dimensions: number, count: number, side: number, centre = 0) =>
  Array.from({ length: dimensions }, (_, axis) =>
    Float32Array.from(
      { length: count },
      (_, i) => centre + side * ((((i + 1) * Math.sqrt(axis + 2)) % 1) - 0.5),
    ),
  );

async function sweep(backend: Backend, axes: readonly Float32Array[], step: MeanShiftStep) {
  const scope = createScope();
  const meanShift = await createMeanShift(backend, scope, axes);
  await backend.run([meanShift.shift(step), meanShift.fetch]);
  const moved = axes.map((_, axis) => [
    ...meanShift.fetched.subarray(axis * meanShift.count, (axis + 1) * meanShift.count),
  ]);
  scope.end();
  return moved;
}

/** The largest distance between rows of points, in the coordinates' units. */
const gap = (rows: readonly number[], a: readonly ArrayLike<number>[], b: typeof a) =>
  Math.max(...rows.map((i) => Math.hypot(...a.map((values, axis) => values[i] - b[axis][i]))));
const all = (count: number) => Array.from({ length: count }, (_, i) => i);

describeEachBackend('exact mean shift along many axes', (backend) => {
  const bound = () => (backend().kind === 'webgpu' ? 2e-6 : 1e-12);

  for (let dimensions = 1; dimensions <= 16; dimensions++) {
    for (const weightKernel of kernels) {
      it(`moves points of ${dimensions} axes as f64 does (${weightKernel})`, async () => {
        // 301 is neither whole tiles nor whole blocks; all at once, and a few after others.
        const axes = evenPoints(dimensions, 301, 4);
        const bandwidth = weightKernel === 'gaussian' ? 1 : Math.sqrt(dimensions);
        for (const batch of [301, 97]) {
          const moved = await sweep(backend(), axes, { weightKernel, bandwidth, batch });
          const expected = referenceSweepOf(axes, weightKernel, bandwidth, batch);
          expect(gap(all(301), moved, expected) / bandwidth).toBeLessThan(bound());
        }
      });
    }
  }

  it.each([1, 2, 3, 4, 5, 127, 128, 129])('moves %i points of three axes', async (count) => {
    const axes = evenPoints(3, count, 4);
    const step = { weightKernel: 'gaussian', bandwidth: 1, batch: count } as const;
    const expected = referenceSweepOf(axes, 'gaussian', 1, count);
    expect(gap(all(count), await sweep(backend(), axes, step), expected)).toBeLessThan(bound());
  });

  for (const weightKernel of kernels) {
    it(`moves 10,000 points to 2e-6 of a bandwidth (${weightKernel})`, async () => {
      const axes = evenPoints(2, 10_000, 60);
      const step = { weightKernel, bandwidth: 2.5, batch: 10_000 };
      const moved = await sweep(backend(), axes, step);
      const looked = all(10_000).filter((i) => i % 50 === 0);
      const expected = axes.map(() => new Float64Array(10_000));
      for (const i of looked) {
        referenceRow(axes, i, weightKernel, 2.5).forEach((value, axis) => {
          expected[axis][i] = value;
        });
      }
      expect(gap(looked, moved, expected) / 2.5).toBeLessThan(bound());
    });

    it(`moves points a million away from the origin as f64 does (${weightKernel})`, async () => {
      const axes = evenPoints(2, 500, 64, 1e6);
      const step = { weightKernel, bandwidth: 8, batch: 500 };
      const moved = await sweep(backend(), axes, step);
      const expected = referenceSweepOf(axes, weightKernel, 8, 500);
      // f32 holds a million to a sixteenth: no result can be nearer than half of that on each axis.
      const nearest = backend().kind === 'webgpu' ? Math.SQRT1_2 / 16 : 1e-9;
      expect(gap(all(500), moved, expected)).toBeLessThan(nearest * 1.01);
    });
  }

  const count = 1501;
  // As many slots as there are blocks, and slots of several blocks, which work can be cut between.
  it.each([
    [1, slotsFor(count)],
    [2, slotsFor(count)],
    [2, 2],
    [3, 1],
    [16, slotsFor(count)],
  ])(
    'gives the same bits whatever is chosen, however it is cut: %i axes, %i slots',
    async (dimensions, slots) => {
      const compute = backend();
      const axes = evenPoints(dimensions, count, 8);
      const kernelsHere = exactKernels(dimensions);
      await compute.compile(kernelsHere.tiles);
      await compute.compile(kernelsHere.move);
      const take = async (choice: {
        readonly weightKernel: (typeof kernels)[number];
        readonly pointsEach: number;
        readonly mostPairs: number;
        readonly slotsEach: number;
      }) => {
        const scope = createScope();
        const own = compute.within(scope);
        const buffers = {
          positions: own.createBuffer('positions', 'real', dimensions * count),
          tiles: own.createBuffer('tiles', 'real', dimensions * 1504),
          sums: own.createBuffer('sums', 'real', slots * (dimensions + 1) * count),
        };
        const elements = compute.createElements('real', dimensions * count);
        axes.forEach((values, axis) => {
          elements.set(values, axis * count);
        });
        compute.upload(buffers.positions, elements);
        const shape = { count, dimensions, slots, batch: 1000, kernels: kernelsHere, buffers };
        const recording = own.record(exactSweep({ ...shape, ...choice }));
        const fetch = own.record([{ kind: 'read', from: buffers.positions, into: elements }]);
        const bandwidth = 4 * Math.sqrt(dimensions);
        recording.setUniforms({ ...coordinateUnit(choice.weightKernel, bandwidth, 8, 'f32') });
        await compute.run([recording, fetch]);
        scope.end();
        return [...elements];
      };
      for (const weightKernel of kernels) {
        const results: number[][] = [];
        for (const pointsEach of candidatesFor(dimensions)) {
          await compute.compile(kernelsHere.sums(pointsEach), weightKernelConstant(weightKernel));
          for (const mostPairs of [Number.POSITIVE_INFINITY, 300 * count, 1]) {
            for (const slotsEach of [1, slots]) {
              results.push(await take({ weightKernel, pointsEach, mostPairs, slotsEach }));
            }
          }
        }
        for (const result of results) expect(result).toEqual(results[0]);
        expect(results[0]).not.toEqual(axes.flatMap((values) => [...values]));
      }
    },
  );

  it('gives the same bits again', async () => {
    const axes = evenPoints(2, 5000, 30);
    const step = { weightKernel: 'gaussian', bandwidth: 2.5, batch: 5000 } as const;
    expect(await sweep(backend(), axes, step)).toEqual(await sweep(backend(), axes, step));
  });
});
