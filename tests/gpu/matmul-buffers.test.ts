import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend, Dispatch } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { createDescent } from '../../src/gpu/derivatives/descent.ts';
import { createSlopes } from '../../src/gpu/derivatives/slopes.ts';
import { createMatmul } from '../../src/gpu/matmul/matmul.ts';
import { naiveProduct } from '../../src/gpu/matmul/product-kernels.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { wholeProduct } from '../../src/maths/matmul/product.ts';
import { referenceProduct } from '../support/reference-product.ts';

/** The CPU, as a GPU that can be given 700 values at once; and the labels of what it made. */
function small() {
  const labels: string[] = [];
  const plain = createCpuBackend('the test');
  const compute: Backend = Object.create(plain, {
    largestBuffer: { value: 4 * 700 },
    createBuffer: {
      value: (...given: Parameters<Backend['createBuffer']>) => {
        labels.push(given[0]);
        return plain.createBuffer(...given);
      },
    },
  });
  return { compute, labels };
}

// Whole numbers, whose products are exact.
const numbers = (count: number) =>
  Float64Array.from({ length: count }, (_, i) => ((5 * i) % 13) - 6);

const shapes = [
  // Of values that fit at once: all, by rows, by columns, by both.
  { m: 9, k: 8, n: 7 },
  { m: 53, k: 61, n: 5 },
  { m: 5, k: 61, n: 47 },
  { m: 23, k: 61, n: 25 },
] as const;

describe.each(shapes)('a product of $m×$k @ …×$n in small buffers', (shape) => {
  const { m, k, n } = shape;
  const [a, b] = [numbers(m * k), numbers(k * n)];
  const open = () => createMatmul(small().compute, createScope(), shape);
  const collected = async (
    { compute }: ReturnType<typeof small>,
    matmul: ReturnType<typeof open>,
  ) => {
    await compute.run([matmul.fetch]);
    const c = new Float64Array(m * n);
    matmul.collect(c);
    return c;
  };

  it('says of each piece how large its matrices are', () => {
    const commands = open().multiply(naiveProduct).commands as readonly Dispatch[];
    let cells = 0;
    for (const { uniforms, buffers } of commands) {
      const { rows, terms, columns } = uniforms;
      expect(terms).toBe(k);
      expect(buffers.a.length).toBe(rows * k);
      expect(buffers.b.length).toBe(k * columns);
      expect(buffers.product.length).toBe(rows * columns);
      expect(Math.max(rows * k, k * columns, rows * columns)).toBeLessThanOrEqual(700);
      cells +=
        (uniforms.end_row - uniforms.first_row) * (uniforms.end_column - uniforms.first_column);
    }
    expect(cells).toBe(m * n);
  });

  it('is what the definition gives, and goes on from what there was of it', async () => {
    const backend = small();
    const matmul = createMatmul(backend.compute, createScope(), shape);
    matmul.upload(a, b);
    await backend.compute.run([matmul.multiply(naiveProduct), matmul.arrive]);
    const expected = referenceProduct(a, b, shape);
    expect(await collected(backend, matmul)).toEqual(Float64Array.from(expected));
    // Half of the terms, on what another run had of them.
    const before = numbers(m * n);
    matmul.resume(before);
    expect(await collected(backend, matmul)).toEqual(before);
    const rest = { ...wholeProduct(shape), terms: [k - 3, k] } as const;
    await backend.compute.run([matmul.multiply(naiveProduct, rest)]);
    const pick = (values: Float64Array, keep: (at: number) => boolean) =>
      values.map((value, at) => (keep(at) ? value : 0));
    const last = referenceProduct(
      pick(a, (at) => at % k >= k - 3),
      b,
      shape,
    );
    const found = await collected(backend, matmul);
    expect(found).toEqual(before.map((value, at) => value + last[at]));
  });

  it('is recorded once for each part', () => {
    const matmul = open();
    const whole = matmul.multiply(naiveProduct);
    const part = { rows: [0, 3], columns: [1, 5], terms: [2, 8] } as const;
    const recorded = matmul.multiply(naiveProduct, part);
    expect(recorded).not.toBe(whole);
    expect(matmul.multiply(naiveProduct)).toBe(whole);
    expect(matmul.multiply(naiveProduct, { ...part, rows: [0, 3] })).toBe(recorded);
    for (const other of [{ rows: [0, 4] }, { columns: [1, 4] }, { terms: [2, 7] }] as const) {
      expect(matmul.multiply(naiveProduct, { ...part, ...other })).not.toBe(recorded);
    }
    expect(matmul.shape).toBe(shape);
  });
});

describe('matrices are sent', () => {
  it('piece by piece, telling how far they are, and are what they were', async () => {
    const compute = createCpuBackend('the test');
    const shape = { m: 700, k: 500, n: 700 };
    const [a, b] = [numbers(350_000), numbers(350_000)];
    const [sent, uploaded] = [0, 1].map(() => createMatmul(compute, createScope(), shape));
    const told: number[] = [];
    await sent.send(a, b, { onProgress: (fraction) => told.push(fraction) });
    uploaded.upload(a, b);
    // Two pieces of 2^18 values each.
    expect(told.length).toBe(4);
    expect(told).toEqual([262_144, 350_000, 612_144, 700_000].map((count) => count / 700_000));
    const part = { rows: [690, 700], columns: [690, 700], terms: [0, 500] } as const;
    const found: Float64Array[] = [];
    for (const matmul of [sent, uploaded]) {
      await compute.run([matmul.multiply(naiveProduct, part), matmul.fetch]);
      const c = new Float64Array(490_000);
      matmul.collect(c);
      found.push(c);
    }
    const expected = a.subarray(699 * 500).reduce((sum, it, t) => sum + it * b[t * 700 + 699], 0);
    expect(found.map((c) => c[489_999])).toEqual([expected, expected]);
    expect(found[0]).toEqual(found[1]);
  });

  it('no further than they are wanted', async () => {
    const matmul = createMatmul(createCpuBackend('the test'), createScope(), { m: 1, k: 1, n: 1 });
    const one = Float64Array.of(1);
    const ended = matmul.send(one, one, { signal: AbortSignal.abort(new Error('enough')) });
    await expect(ended).rejects.toThrow('enough');
  });
});

describe('buffers have labels that tell them apart', () => {
  it('of a product', () => {
    const { compute, labels } = small();
    const { buffers } = createMatmul(compute, createScope(), shapes[3]);
    // And one in which what was uploaded arrives.
    expect(labels).toHaveLength(buffers + 1);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toEqual(expect.arrayContaining(['A from row 10', 'B from column 24']));
    expect(labels).toContain('product from row 10 and column 24');
    expect(labels).toContain('arrival');
  });

  it('of points and samples', async () => {
    const { compute, labels } = small();
    const taken = () => labels.splice(0);
    const points = [new Float64Array(2), new Float64Array(2)];
    const { keepPrevious, restorePrevious, positions, previous } = await createMeanShift(
      compute,
      createScope(),
      points,
    );
    expect(taken()).toEqual([
      'positions',
      'previous positions',
      'tiles of positions',
      'sums of weights',
    ]);
    expect(keepPrevious.commands).toEqual([{ kind: 'copy', from: positions, to: previous }]);
    expect(restorePrevious.commands).toEqual([{ kind: 'copy', from: previous, to: positions }]);
    createDescent(compute, createScope(), [1, 2]);
    expect(taken()).toEqual(['positions', 'previous positions', 'heights', 'defined']);
    createSlopes(compute, createScope(), [1, 2]);
    expect(taken()).toEqual(['samples', 'spacings', 'values', 'slopes', 'defined']);
  });
});
