import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createEinsum, runEinsum } from '../../src/gpu/einsum/einsum.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { einsumExpressions } from '../support/einsum-expressions.ts';
import { type ReferenceTensor, referenceEinsum } from '../support/reference-einsum.ts';
import { wholeNumbers } from '../support/whole-numbers.ts';

type Shapes = readonly (readonly number[])[];
/** Numbers that have nothing to do with the code under test; f32, so that both sides see the same. */
function tensor(shape: readonly number[], seed: number): ReferenceTensor {
  const size = shape.reduce((product, it) => product * it, 1);
  const data = Float64Array.from({ length: size }, (_, i) => Math.fround(Math.sin(7 * i + seed)));
  return { shape, data };
}

interface NumpyCase {
  readonly text: string;
  readonly shapes: Shapes;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}
const numpyCases: readonly NumpyCase[] = JSON.parse(
  readFileSync(new URL('../fixtures/einsum-numpy.json', import.meta.url), 'utf8'),
);

async function expectSame(compute: Backend, text: string, operands: readonly ReferenceTensor[]) {
  const expected = referenceEinsum(text, operands);
  const found = await runEinsum(compute, text, operands);
  expect(found.shape).toEqual(expected.shape);
  const tolerance = compute.kind === 'webgpu' ? 2e-6 : 1e-13;
  for (const [i, value] of found.data.entries()) {
    const error = Math.abs(value - expected.data[i]);
    expect(error).toBeLessThanOrEqual(tolerance * expected.magnitude[i] + 1e-30);
  }
}

describeEachBackend('einsum', (backend) => {
  it(`agrees with the definition for ${einsumExpressions.length} expressions`, async () => {
    expect(einsumExpressions.length).toBeGreaterThan(60);
    for (const [text, ...shapes] of einsumExpressions) {
      await expectSame(
        backend(),
        text,
        shapes.map((shape, i) => tensor(shape, i + 1)),
      );
    }
  });

  it('gives what numpy gives, to the last digit', async () => {
    expect(numpyCases.length).toBe(300);
    // On the GPU each is a kernel to compile.
    const stride = backend().kind === 'webgpu' ? 5 : 1;
    for (const { text, shapes, shape, data } of numpyCases.filter((_, i) => i % stride === 0)) {
      const operands = shapes.map((it, i) => ({ shape: it, data: wholeNumbers(it, i) }));
      const found = await runEinsum(backend(), text, operands);
      const zeroed = [...found.data].map((value) => value + 0);
      expect({ text, shape: found.shape, data: zeroed }).toEqual({ text, shape, data });
    }
  });

  it('agrees with the definition for whatever expression there is', async () => {
    const letters = 'ijkL';
    const anyCase = fc
      .record({
        sizes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        operands: fc.array(
          fc.record({
            axes: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
            /** Axes of an ellipsis, or null without one. */
            spare: fc.option(fc.integer({ min: 0, max: 2 })),
            /** Letters that are 1 in this operand. */
            ones: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 1 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        order: fc.shuffledSubarray([0, 1, 2, 3]),
        isImplicit: fc.boolean(),
      })
      .map(({ sizes, operands, order, isImplicit }) => {
        const used = new Set(operands.flatMap(({ axes }) => axes));
        const hasEllipsis = operands.some(({ spare }) => spare !== null);
        const output = `${hasEllipsis ? '...' : ''}${order
          .filter((letter) => used.has(letter))
          .map((letter) => letters[letter])
          .join('')}`;
        const inputs = operands.map(({ axes, spare }) => {
          const own = axes.map((letter) => letters[letter]).join('');
          return spare === null ? own : `...${own}`;
        });
        const shapes = operands.map(({ axes, spare, ones }) => [
          ...sizes.slice(6 - (spare ?? 0)),
          ...axes.map((letter) => (ones.includes(letter) ? 1 : sizes[letter])),
        ]);
        return { text: `${inputs.join(',')}${isImplicit ? '' : `->${output}`}`, shapes };
      });
    await fc.assert(
      fc.asyncProperty(anyCase, ({ text, shapes }) =>
        expectSame(
          backend(),
          text,
          shapes.map((shape, i) => tensor(shape, i + 3)),
        ),
      ),
      { seed: 21, numRuns: backend().kind === 'webgpu' ? 40 : 300 },
    );
  });

  it('sums long sums piece by piece', async () => {
    const compute: Backend = Object.create(backend(), { workWithin: { value: () => 1000 } });
    await expectSame(compute, 'ik,kj->ij', [tensor([9, 9000], 1), tensor([9000, 8], 2)]);
    await expectSame(compute, 'i,j->ij', [tensor([300], 1), tensor([70], 2)]);
  });

  it('sums over two stretched operands, which have 2³² products', async () => {
    const ones = new Float64Array(65_536).fill(1);
    const { data } = await runEinsum(backend(), 'ij,ij->', [
      { shape: [65_536, 1], data: ones },
      { shape: [1, 65_536], data: ones },
    ]);
    expect([...data]).toEqual([2 ** 32]);
  });

  it('has one kernel a contraction, and the same for the same', async () => {
    const scope = createScope();
    const open = (text: string, shapes: Shapes) => createEinsum(backend(), scope, text, shapes);
    const one = await open('ik,kj->ij', [
      [2, 3],
      [3, 4],
    ]);
    expect(one.kernels.length).toBe(1);
    const again = await open('ik,kj->ij', [
      [2, 3],
      [3, 4],
    ]);
    expect(again.kernels[0]).toBe(one.kernels[0]);
    const chain = await open('ij,jk,kl->il', [
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(chain.kernels.length).toBe(2);
    scope.end();
  });
});
