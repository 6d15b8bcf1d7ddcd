import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend, Dispatch, Recording } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { createDescent } from '../../src/gpu/derivatives/descent.ts';
import { createSlopes } from '../../src/gpu/derivatives/slopes.ts';
import { createEinsum } from '../../src/gpu/einsum/einsum.ts';
import { exactMeanShift } from '../../src/gpu/meanshift/exact.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';

/** A backend that says how much of any kernel's work fits into a dispatch. */
const backendFor = (work: number): Backend =>
  Object.create(createCpuBackend('the test'), { workWithin: { value: () => work } });
const dispatchesOf = ({ commands }: Recording) =>
  commands.filter((it): it is Dispatch => it.kind === 'dispatch');

const largestFloat32 = (2 - 2 ** -23) * 2 ** 127;
const line = (count: number) => ({
  x: Float64Array.from({ length: count }, (_, i) => i),
  y: new Float64Array(count).fill(-3),
});

describe('a sweep of mean shift', () => {
  const sweep = async (work: number, count: number, batch: number, bandwidth = 2) => {
    const meanShift = await createMeanShift(backendFor(work), createScope(), line(count));
    return meanShift.shift({ weightKernel: 'triangular', bandwidth, batch });
  };

  it('moves each batch in dispatches that fit, and then lets it be seen', async () => {
    const count = 1000;
    const recording = await sweep(130 * count, count, 300);
    const order = recording.commands.map((it) =>
      it.kind === 'dispatch'
        ? [it.uniforms.first, it.uniforms.size]
        : it.kind === 'copy' && [it.fromOffset, it.toOffset, it.length],
    );
    // 128 rows at once, in batches of 300; a batch is copied, all x and then all y.
    const batch = (first: number, sizes: readonly number[]) => {
      const length = sizes.reduce((sum, size) => sum + size);
      return [
        ...sizes.map((size, i) => [first + 128 * i, size]),
        [first, first, length],
        [count + first, count + first, length],
      ];
    };
    const whole = [128, 128, 44];
    expect(order).toEqual([
      ...batch(0, whole),
      ...batch(300, whole),
      ...batch(600, whole),
      ...batch(900, [100]),
    ]);
    for (const { grid, work, uniforms, constants, kernel } of dispatchesOf(recording)) {
      expect(kernel).toBe(exactMeanShift);
      expect(constants).toEqual({ weight_kernel: 1 });
      expect(grid).toEqual([uniforms.size]);
      expect(work).toBe(uniforms.size * count);
      expect(uniforms).toMatchObject({ count, bandwidth: 2, extent: count - 1 });
    }
  });

  it.each([
    // Rows at once: a power of two, at least a workgroup, at most all.
    [64 * 500, 64],
    [63 * 500, 64],
    [1, 64],
    [255.9 * 500, 128],
    [256 * 500, 256],
    [512 * 500, 500],
    [Number.POSITIVE_INFINITY, 500],
  ])('has so many rows a dispatch where %d fits: %i', async (work, rows) => {
    expect(dispatchesOf(await sweep(work, 500, 500))[0].grid).toEqual([Math.min(rows, 500)]);
  });

  it('has bandwidths and extents that f32 holds', async () => {
    const compute = backendFor(1e9);
    const points = { x: Float64Array.of(-1e300, 1e300), y: Float64Array.of(0, 1) };
    const { shift } = await createMeanShift(compute, createScope(), points);
    const [wide] = dispatchesOf(shift({ weightKernel: 'gaussian', bandwidth: 1e300, batch: 2 }));
    expect(wide.uniforms).toMatchObject({ bandwidth: largestFloat32, extent: largestFloat32 });
    const upright = { x: line(4).y, y: Float64Array.of(-2, 7, 3, 1) };
    const other = await createMeanShift(compute, createScope(), upright);
    const step = { weightKernel: 'gaussian', bandwidth: 1, batch: 4 } as const;
    expect(dispatchesOf(other.shift(step))[0].uniforms.extent).toBe(9);
  });

  it('is recorded anew for another kernel, batch or speed, and not for another bandwidth', async () => {
    let work = 1e9;
    const compute = Object.create(createCpuBackend('the test'), {
      workWithin: { value: () => work },
    });
    const { shift } = await createMeanShift(compute, createScope(), line(200));
    const step = { weightKernel: 'gaussian', bandwidth: 1, batch: 200 } as const;
    const first = shift(step);
    expect(shift({ ...step, bandwidth: 3 })).toBe(first);
    const second = shift({ ...step, weightKernel: 'triangular' });
    expect(second).not.toBe(first);
    const third = shift({ ...step, weightKernel: 'triangular', batch: 100 });
    expect(third).not.toBe(second);
    work = 1;
    expect(shift({ ...step, weightKernel: 'triangular', batch: 100 })).not.toBe(third);
  });
});

describe('a contraction', () => {
  const contract = async (work: number, text: string, ...shapes: readonly number[][]) =>
    dispatchesOf((await createEinsum(backendFor(work), createScope(), text, shapes)).contract);

  it('is one dispatch where it may be', async () => {
    const [all, ...others] = await contract(2 ** 60, 'ik,kj->ij', [30, 5000], [5000, 20]);
    expect(others).toEqual([]);
    expect(all.uniforms).toEqual({ first: 0, end: 600, first_term: 0, end_term: 5000 });
    expect(all).toMatchObject({ grid: [600], work: 600 * 5000 });
  });

  it('adds up a million terms at once, which take the CPU a few milliseconds', async () => {
    const [first, second, ...others] = await contract(2 ** 60, 'i->', [2 ** 20 + 3]);
    expect(others).toEqual([]);
    expect(first.uniforms).toMatchObject({ first_term: 0, end_term: 2 ** 20 });
    expect(second.uniforms).toMatchObject({ first_term: 2 ** 20, end_term: 2 ** 20 + 3 });
  });

  it('has no more workgroups along an axis than WebGPU takes', async () => {
    const dispatches = await contract(2 ** 60, 'i,j->ij', [2049], [2048]);
    expect(dispatches.map(({ grid }) => grid[0])).toEqual([65_535 * 64, 2049 * 2048 - 65_535 * 64]);
  });

  it.each([
    // 64 elements of 4096 terms at the least; more terms first, then more elements.
    [1, 64, 4096],
    [64 * 4096, 64, 4096],
    [64 * 8000, 64, 8000],
    [64 * 10_000, 64, 10_000],
    [3.9 * 64 * 10_000, 192, 10_000],
  ])('where %d fits, takes %i elements and %i terms at once', async (work, elements, terms) => {
    const [{ uniforms, grid }] = await contract(work, 'ik->i', [300, 10_000]);
    expect(uniforms).toEqual({ first: 0, end: elements, first_term: 0, end_term: terms });
    expect(grid).toEqual([elements]);
  });

  it('adds each term to each element once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 9000 }),
        fc.integer({ min: 1, max: 2 ** 22 }),
        async (elements, terms, work) => {
          const reached = new Int32Array(elements);
          for (const dispatch of await contract(work, 'ik->i', [elements, terms])) {
            const { first, end, first_term, end_term } = dispatch.uniforms;
            expect(dispatch.grid).toEqual([end - first]);
            expect(dispatch.work).toBe((end - first) * (end_term - first_term));
            for (let i = first; i < end; i++) {
              if (reached[i] !== first_term) throw new Error(`${i} is at ${reached[i]}`);
              reached[i] = end_term;
            }
          }
          expect(new Set(reached)).toEqual(new Set([terms]));
        },
      ),
      { seed: 22, numRuns: 30 },
    );
  });

  it('of nothing is no dispatch', async () => {
    expect(await contract(1e9, 'ij->i', [3, 0])).toEqual([]);
    expect(await contract(1e9, 'ij->i', [0, 3])).toEqual([]);
  });
});

describe('what is worked out at every sample', () => {
  const scope = createScope();
  const f = parseExpression('a x', ['x', 'y']);

  it('is one invocation a sample, and recorded anew for another function alone', () => {
    const slopes = createSlopes(backendFor(1), scope, [1, 2, 3]);
    const request = { scheme: 'dual', parameters: { a: 2 } } as const;
    const taken = slopes.take(f, request);
    const [{ grid, work, uniforms }] = dispatchesOf(taken);
    expect(grid).toEqual([3]);
    expect(work).toBeGreaterThanOrEqual(3);
    expect(uniforms).toMatchObject({ count: 3, zero: 0 });
    expect(slopes.take(f, { ...request, parameters: { a: 3 } })).toBe(taken);
    expect(slopes.take(parseExpression('x'), request)).not.toBe(taken);
    expect(slopes.count).toBe(3);
  });

  it('is one invocation a point, after the positions were kept', () => {
    const descent = createDescent(backendFor(1), scope, [1, 2, 3, 4]);
    const step = { scheme: 'dual', spacing: 1, rate: 0.5 } as const;
    const recording = descent.descend(f, step);
    expect(recording.commands.map(({ kind }) => kind)).toEqual(['copy', 'dispatch']);
    const [{ grid, work, uniforms }] = dispatchesOf(recording);
    expect(grid).toEqual([2]);
    expect(work).toBeGreaterThanOrEqual(2);
    expect(uniforms).toMatchObject({ count: 2, zero: 0 });
    expect(descent.descend(f, { ...step, rate: 1 })).toBe(recording);
    expect(descent.descend(parseExpression('y', ['x', 'y']), step)).not.toBe(recording);
    expect(descent.count).toBe(2);
  });
});
