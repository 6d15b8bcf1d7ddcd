import { expect, it } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createEinsum, describeStep, runEinsum } from '../../src/gpu/einsum/einsum.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { referenceEinsum } from '../support/reference-einsum.ts';
import { wholeNumbers } from '../support/whole-numbers.ts';

type Shapes = readonly (readonly number[])[];

describeEachBackend('an einsum that is made ready', (backend) => {
  it('refuses what is larger than a gigabyte, and says how large it is', async () => {
    const refusal = (text: string, ...shapes: Shapes) =>
      createEinsum(backend(), createScope(), text, shapes).catch((error: unknown) => error);
    const most = 'at most 134,217,728, 1.07 GB, are possible';
    expect(await refusal('i->', [2 ** 27 + 1])).toEqual(
      new InputError(`operand 1 of 'i->' has 134,217,729 elements, 1.07 GB; ${most}`),
    );
    expect(await refusal('i,j->ij', [20_000], [10_000])).toEqual(
      new InputError(`the result of 'i,j->ij' has 200,000,000 elements, 1.60 GB; ${most}`),
    );
    const unfit = await refusal('ij->k', [2, 3]);
    expect(unfit).toBeInstanceOf(InputError);
    expect(String(unfit)).toContain('k');
  });

  it('writes each contraction as an expression of its own', async () => {
    const written = async (text: string, ...shapes: Shapes) => {
      const { plan } = await createEinsum(backend(), createScope(), text, shapes);
      return plan.steps.map(describeStep);
    };
    expect(await written('ik,kj->ij', [2, 3], [3, 4])).toEqual(['ik,kj->ij']);
    // The axes of an ellipsis are counted from the last, where operands meet.
    expect(await written('...i->i...', [2, 3, 4])).toEqual(['(.1)(.0)i->i(.1)(.0)']);
    const chain = await written('ij,jk,kl->il', [2, 30], [30, 4], [4, 50]);
    expect(chain).toEqual(['ij,jk->ik', expect.stringMatching(/^(ik,kl|kl,ik)->il$/)]);
  });

  it('uploads its operands where they belong, and gives what it made back', async () => {
    const made: string[] = [];
    const ended: string[] = [];
    const compute: Backend = Object.create(backend(), {
      within: {
        value: (scope: Parameters<Backend['within']>[0]) => {
          const own = backend().within(scope);
          return {
            ...own,
            createBuffer: (...given: Parameters<typeof own.createBuffer>) => {
              made.push(given[0]);
              scope.defer(() => ended.push(given[0]));
              return own.createBuffer(...given);
            },
          };
        },
      },
    });
    const matrix = (...data: readonly number[]) => ({
      shape: [2, 2],
      data: Float64Array.from(data),
    });
    const operands = [matrix(1, 2, 3, 4), matrix(0, 1, 1, 0), matrix(1, 1, 0, 1)];
    const { shape, data } = await runEinsum(compute, 'ij,jk,kl->il', operands);
    // The columns change places, then the first is added to the second.
    expect([shape, ...data]).toEqual([[2, 2], 2, 3, 4, 7]);
    expect(made).toEqual(['operand 1', 'operand 2', 'operand 3', 'step 1', 'the result']);
    expect(ended.toSorted()).toEqual(made.toSorted());
  });

  it.each<readonly [string, Shapes]>([
    // Two axes that are kept, one that is summed and stretched, and one that is a diagonal.
    [
      'iijk,kj->ji',
      [
        [3, 3, 2, 4],
        [4, 1],
      ],
    ],
    [
      '...ij,jk->k...',
      [
        [2, 1, 3, 2],
        [2, 3],
      ],
    ],
    ['ijkl->', [[2, 3, 2, 3]]],
    ['i,j->ji', [[3], [4]]],
    [
      'ij,ji->',
      [
        [3, 2],
        [2, 3],
      ],
    ],
  ])('gives what the definition gives: %s', async (text, shapes) => {
    const operands = shapes.map((shape, at) => ({ shape, data: wholeNumbers(shape, at) }));
    const expected = referenceEinsum(text, operands);
    const { shape, data } = await runEinsum(backend(), text, operands);
    expect([shape, ...data].map((it) => (it === 0 ? 0 : it))).toEqual(
      [expected.shape, ...expected.data].map((it) => (it === 0 ? 0 : it)),
    );
  });

  it('adds to what is there, where its terms come piece by piece', async () => {
    const compute: Backend = Object.create(backend(), { workWithin: { value: () => 64 * 4096 } });
    const [rows, terms] = [70, 9000];
    const data = Float64Array.from({ length: rows * terms }, (_, i) => (i % 3) - 1);
    const { data: sums } = await runEinsum(compute, 'ij->i', [{ shape: [rows, terms], data }]);
    expect([...sums].map((it) => it + 0)).toEqual(
      Array.from({ length: rows }, (_, i) =>
        data.subarray(i * terms, (i + 1) * terms).reduce((sum, it) => sum + it, 0),
      ).map((it) => it + 0),
    );
  });

  it('has the same kernel for the same contraction, and another for other sizes', async () => {
    const kernelOf = async (...shapes: Shapes) => {
      const scope = createScope();
      const { kernels } = await createEinsum(backend(), scope, 'ik,kj->ij', shapes);
      scope.end();
      return kernels[0];
    };
    const kernel = await kernelOf([2, 3], [3, 4]);
    expect(kernel.name).toBe('einsum ik,kj->ij');
    expect(await kernelOf([2, 3], [3, 4])).toBe(kernel);
    expect(await kernelOf([2, 3], [3, 5])).not.toBe(kernel);
  });
});
