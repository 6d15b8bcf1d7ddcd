import { expect, it } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createEinsum, describeStep, runEinsum } from '../../src/gpu/einsum/einsum.ts';
import { describeEachBackend } from '../support/each-backend.ts';

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
});
