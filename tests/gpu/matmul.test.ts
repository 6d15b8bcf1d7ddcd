import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { chooseKernel } from '../../src/gpu/matmul/choose-kernel.ts';
import { createMatmul, type MatmulShape } from '../../src/gpu/matmul/matmul.ts';
import { packKernel } from '../../src/gpu/matmul/pack-matrix.ts';
import type { ProductKernel } from '../../src/gpu/matmul/product-kernel.ts';
import {
  candidates,
  naiveProduct,
  registerProduct,
  registerTiledProduct,
  tallRegisterTiledProduct,
  tallSkinnyProduct,
  tiledProduct,
} from '../../src/gpu/matmul/product-kernels.ts';
import { wideProduct } from '../../src/gpu/matmul/wide-product.ts';
import { wholeProduct } from '../../src/maths/matmul/product.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { referenceMagnitude, referenceProduct } from '../support/reference-product.ts';

const shapes: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [1, 17, 1],
  [15, 15, 15],
  [16, 16, 16],
  [17, 17, 17],
  [63, 64, 65],
  [64, 65, 63],
  [65, 63, 64],
  [31, 37, 41],
  [1, 300, 129],
  [129, 300, 1],
  [130, 1, 70],
  [1, 1, 200],
  [1000, 7, 3],
  [3, 7, 1000],
  [300, 50, 10],
  [2, 20_000, 2],
];

/** Numbers between -1 and 1 that have nothing to do with the code under test. */
function numbers(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.fround(state / 2 ** 31 - 1);
  });
}

async function multiply(
  compute: Backend,
  kernel: ProductKernel,
  shape: MatmulShape,
  [a, b]: readonly [Float64Array, Float64Array],
): Promise<Float64Array> {
  const scope = createScope();
  const matmul = createMatmul(compute, scope, shape);
  await compute.compile(packKernel);
  await compute.compile(kernel.kernel);
  matmul.upload(a, b);
  await compute.run([matmul.multiply(kernel), matmul.fetch]);
  const c = new Float64Array(shape.m * shape.n);
  matmul.collect(c);
  scope.end();
  return c;
}

/** The largest error in a cell, in units of the sum of its terms' magnitudes. */
function worst(
  c: Float64Array,
  [a, b]: readonly [Float64Array, Float64Array],
  shape: MatmulShape,
): number {
  const expected = referenceProduct(a, b, shape);
  const magnitude = referenceMagnitude(a, b, shape);
  return c.reduce((most, value, i) => {
    const error = Math.abs(value - expected[i]) / magnitude[i];
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(most, error);
  }, 0);
}

/** Every kind of kernel, and those that are chosen among. */
const every = (compute: Backend, m: number, n: number) => [
  ...new Set([
    naiveProduct,
    tiledProduct,
    registerProduct(4, 8),
    registerProduct(8, 8),
    registerTiledProduct,
    tallRegisterTiledProduct,
    wideProduct({ rows: 8, quads: 2, across: 16, subgroup: null }),
    ...withSubgroups(compute),
    tallSkinnyProduct(Math.min(n, 16)),
    ...candidates(m, n, compute.subgroupSize),
  ]),
];

const withSubgroups = ({ subgroupSize: subgroup }: Backend) =>
  subgroup === null
    ? []
    : [8, 16].map((rows) => wideProduct({ rows, quads: 1, across: subgroup, subgroup }));

describeEachBackend('a product', (backend) => {
  const tolerance = () => (backend().kind === 'webgpu' ? 2e-6 : 1e-14);

  it.each(shapes)('is right with every kernel for %i×%i @ …×%i', async (m, k, n) => {
    const shape = { m, k, n };
    const operands = [numbers(m * k, 1), numbers(k * n, 2)] as const;
    for (const kernel of every(backend(), m, n)) {
      const c = await multiply(backend(), kernel, shape, operands);
      expect(worst(c, operands, shape), kernel.label).toBeLessThan(tolerance());
    }
  });

  it('is the same to the bit by every kernel, so that measuring which is fastest changes nothing', async () => {
    const shape = { m: 67, k: 531, n: 70 };
    const operands = [numbers(67 * 531, 11), numbers(531 * 70, 12)] as const;
    const first = await multiply(backend(), naiveProduct, shape, operands);
    for (const kernel of every(backend(), 67, 70)) {
      const c = await multiply(backend(), kernel, shape, operands);
      expect(
        c.findIndex((value, i) => value !== first[i]),
        kernel.label,
      ).toBe(-1);
    }
  });

  it('is right for 4096×8 @ 8×4096', async () => {
    const shape = { m: 4096, k: 8, n: 4096 };
    const operands = [numbers(4096 * 8, 3), numbers(8 * 4096, 4)] as const;
    for (const kernel of [naiveProduct, registerProduct(8, 8)]) {
      const c = await multiply(backend(), kernel, shape, operands);
      expect(worst(c, operands, shape), kernel.label).toBeLessThan(tolerance());
    }
  });

  it('lies in several buffers where one cannot hold it', async () => {
    const compute: Backend = Object.create(backend(), { largestBuffer: { value: 4 * 700 } });
    const shape = { m: 53, k: 61, n: 47 };
    const operands = [numbers(53 * 61, 5), numbers(61 * 47, 6)] as const;
    const scope = createScope();
    // 10 rows of 64 values or 8 columns of 61 at once: six parts of each, and a product of each pair.
    expect(createMatmul(compute, scope, shape).buffers).toBe(6 + 6 + 36);
    scope.end();
    for (const kernel of every(compute, 53, 47)) {
      const c = await multiply(compute, kernel, shape, operands);
      expect(worst(c, operands, shape), kernel.label).toBeLessThan(tolerance());
    }
  });

  it('refuses a row that no buffer holds, and says what would fit', () => {
    const compute: Backend = Object.create(backend(), { largestBuffer: { value: 400 } });
    const refused = () => createMatmul(compute, createScope(), { m: 1, k: 101, n: 1 });
    expect(refused).toThrow('a row of A has 101 values, and this GPU can be given 100 at once');
  });

  it('can be filled part by part, rows, columns and terms', async () => {
    const compute = backend();
    const shape = { m: 20, k: 30, n: 25 };
    const operands = [numbers(600, 7), numbers(750, 8)] as const;
    const scope = createScope();
    const matmul = createMatmul(compute, scope, shape);
    matmul.upload(...operands);
    for (const kernel of every(compute, 20, 25)) {
      await compute.compile(kernel.kernel);
      for (const rows of [
        [0, 16],
        [16, 20],
      ] as const) {
        for (const columns of [
          [0, 7],
          [7, 25],
        ] as const) {
          for (const terms of [
            [0, 16],
            [16, 30],
          ] as const) {
            await compute.run([matmul.multiply(kernel, { rows, columns, terms })]);
          }
        }
      }
      await compute.run([matmul.fetch]);
      const c = new Float64Array(500);
      matmul.collect(c);
      expect(worst(c, operands, shape), kernel.label).toBeLessThan(tolerance());
    }
    scope.end();
  });

  it('is cut into several dispatches where one would take too long', async () => {
    const compute: Backend = Object.create(backend(), { workWithin: { value: () => 5000 } });
    const shape = { m: 40, k: 70, n: 33 };
    const operands = [numbers(2800, 9), numbers(2310, 10)] as const;
    const scope = createScope();
    const matmul = createMatmul(compute, scope, shape);
    for (const kernel of every(compute, 40, 33)) {
      await compute.compile(kernel.kernel);
      const { commands } = matmul.multiply(kernel);
      const work = commands.map((it) =>
        it.kind === 'dispatch' && it.kernel === kernel.kernel ? it.work : 0,
      );
      expect(work.reduce((sum, it) => sum + it)).toBe(40 * 70 * 33);
      const c = await multiply(compute, kernel, shape, operands);
      expect(worst(c, operands, shape), kernel.label).toBeLessThan(tolerance());
    }
    expect(matmul.multiply(naiveProduct, wholeProduct(shape)).commands.length).toBeGreaterThan(5);
    scope.end();
  });

  it('is done by the candidate that was measured to be the fastest, and remembered', async () => {
    const shape = { m: 100, k: 100, n: 10 };
    const choice = await chooseKernel(backend(), shape);
    const times = choice.trials.map(({ ms }) => ms);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(choice.best).toBe(choice.trials[0].kernel);
    expect(new Set(choice.trials.map(({ kernel }) => kernel))).toEqual(
      new Set(candidates(128, 10, backend().subgroupSize)),
    );
    expect(await chooseKernel(backend(), { m: 110, k: 120, n: 10 })).toBe(choice);
  });
});
