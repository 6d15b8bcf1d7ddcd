import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend, Dispatch, Recording } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { createDescent } from '../../src/gpu/derivatives/descent.ts';
import { createSlopes } from '../../src/gpu/derivatives/slopes.ts';
import { createEinsum } from '../../src/gpu/einsum/einsum.ts';
import { exactKernels } from '../../src/gpu/meanshift/exact.ts';
import { exactSweep, slotsEachFor, slotsFor } from '../../src/gpu/meanshift/exact-sweep.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';

/** A backend that says how much of any kernel's work fits into a dispatch. */
const backendFor = (work: number): Backend =>
  Object.create(createCpuBackend('the test'), { workWithin: { value: () => work } });
const dispatchesOf = ({ commands }: Recording) =>
  commands.filter((it): it is Dispatch => it.kind === 'dispatch');

const line = (count: number) => [
  Float64Array.from({ length: count }, (_, i) => i),
  new Float64Array(count).fill(-3),
];

describe('a sweep of mean shift', () => {
  /** A sweep on a GPU that says how much work fits; its kernels are not run. */
  const sweep = async (
    work: number,
    count: number,
    batch: number,
    pointsEach = 1,
    slotsEach = 1,
  ) => {
    const buffer = (label: string) => createCpuBackend('the test').createBuffer(label, 'real', 1);
    return exactSweep({
      ...{ count, batch, pointsEach, mostPairs: work, dimensions: 2, slots: slotsFor(count) },
      slotsEach,
      weightKernel: 'triangular',
      kernels: exactKernels(2),
      buffers: { positions: buffer('p'), tiles: buffer('t'), sums: buffer('s') },
    });
  };
  const { tiles, move, sums } = exactKernels(2);

  it('lays points out, and then sums and moves each batch in dispatches that fit', async () => {
    const count = 1000;
    const commands = await sweep(130 * count, count, 300);
    const order = commands.map((it) =>
      it.kind === 'dispatch' ? [it.kernel.name, it.uniforms.first, it.uniforms.size] : it,
    );
    // 128 rows at once, in batches of 300: whole workgroups of 64.
    const batch = (first: number, sizes: readonly number[]) => [
      ...sizes.map((size, i) => [sums(1).name, first + 128 * i, size]),
      [move.name, first, sizes.reduce((sum, size) => sum + size)],
    ];
    const whole = [128, 128, 44];
    expect(order).toEqual([
      [tiles.name, 0, undefined],
      ...batch(0, whole),
      ...batch(300, whole),
      ...batch(600, whole),
      ...batch(900, [100]),
    ]);
    for (const it of commands) {
      if (it.kind !== 'dispatch' || it.kernel !== sums(1)) continue;
      expect(it.constants).toEqual({ weight_kernel: 1 });
      // Eight blocks of 128 points, each summed by invocations of its own.
      expect(it.grid).toEqual([it.uniforms.size, 8]);
      expect(it.uniforms).toMatchObject({ slot_blocks: 1, first_block: 0, end_block: 1 });
      expect(it.work).toBe(it.uniforms.size * count);
    }
  });

  it('fills all slots by the same invocations where few pairs are summed', async () => {
    const count = 1000;
    expect([1, 8, 9, 1000].map((batch) => slotsEachFor(8, count, batch))).toEqual([8, 8, 1, 1]);
    const commands = await sweep(Number.POSITIVE_INFINITY, count, 5, 1, 8);
    const grids = commands.flatMap((it) =>
      it.kind === 'dispatch' && it.kernel === sums(1) ? [[...it.grid, it.uniforms.slots_each]] : [],
    );
    expect(grids).toEqual(Array.from({ length: 200 }, () => [5, 1, 8]));
  });

  it.each([
    // Rows at once: what whole workgroups sum for, one at least, and in parts of about one length.
    [64 * 500, 1, 64],
    [63 * 500, 1, 64],
    [1, 1, 64],
    [1, 4, 256],
    [191.9 * 500, 1, 128],
    [192 * 500, 1, 192],
    [256 * 500, 1, 256],
    [448 * 500, 1, 256],
    [512 * 500, 1, 500],
    [Number.POSITIVE_INFINITY, 8, 500],
  ])('where %d fits, by %i an invocation, has %i rows a dispatch', async (work, each, rows) => {
    const [, first] = await sweep(work, 500, 500, each);
    expect(first).toMatchObject({ uniforms: { size: rows }, grid: [Math.ceil(rows / each), 4] });
  });

  it('weighs each pair once, in dispatches that fit and that WebGPU takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(1, 2, 4, 8),
        fc.integer({ min: 0, max: 12 }),
        async (count, batches, each, parts) => {
          const logWork = Math.ceil(Math.log2(count ** 2)) - parts;
          const batch = Math.ceil(count / batches);
          const slots = slotsFor(count);
          let [row, block, moved] = [0, 0, 0];
          for (const command of await sweep(2 ** logWork, count, batch, each)) {
            if (command.kind !== 'dispatch') throw new Error(command.kind);
            const { kernel, uniforms, grid } = command;
            expect(grid[0] / 64).toBeLessThanOrEqual(65_535);
            const { first, size, slot_blocks, first_block, end_block } = uniforms;
            if (kernel === move) {
              // What is moved is summed before, and nothing further.
              expect([first, block]).toEqual([moved, 0]);
              moved += size;
              expect(moved).toBeLessThanOrEqual(row);
            } else if (kernel !== tiles) {
              expect([first, first_block]).toEqual([row, block]);
              expect(first + size - 1 - moved).toBeLessThan(batch);
              const pairs = size * (end_block - first_block) * slots * 128;
              const least = 64 * each * slots * 128;
              expect(pairs).toBeLessThanOrEqual(
                Math.max((2 ** logWork * (slot_blocks * slots * 128)) / count, least),
              );
              block = end_block;
              expect(slot_blocks * slots * 128).toBeGreaterThanOrEqual(count);
              if (block === slot_blocks) [row, block] = [row + size, 0];
            }
          }
          expect([row, moved]).toEqual([count, count]);
        },
      ),
      { seed: 22, numRuns: 50 },
    );
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
