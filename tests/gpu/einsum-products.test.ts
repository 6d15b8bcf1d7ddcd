import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createEinsum } from '../../src/gpu/einsum/einsum.ts';
import type { Elements } from '../../src/gpu/kernel.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { referenceEinsum } from '../support/reference-einsum.ts';

type Case = readonly [text: string, ...shapes: readonly (readonly number[])[]];

/** Batches of matrix products up to the order of their axes; no side is a multiple of four or a tile. */
const products: readonly Case[] = [
  ['ik,kj->ij', [67, 61], [61, 73]],
  ['ki,kj->ij', [61, 67], [61, 73]],
  ['ik,jk->ij', [67, 61], [73, 61]],
  ['ki,jk->ij', [61, 67], [73, 61]],
  ['ij,jk->ki', [67, 61], [61, 73]],
  ['kj,ik->ji', [61, 73], [67, 61]],
  // Sides that four values at once fit into.
  ['ik,kj->ij', [64, 64], [64, 128]],
  ['bik,bkj->bij', [3, 66, 35], [3, 35, 69]],
  ['bik,kj->bij', [5, 33, 35], [35, 69]],
  ['ikb,kjb->ijb', [66, 35, 3], [35, 69, 3]],
  ['bhid,bhjd->bhij', [2, 3, 34, 20], [2, 3, 70, 20]],
  // Two axes of the batch that lie apart, with a row's end in between.
  ['bihd,bjhd->bhij', [2, 34, 3, 20], [2, 70, 3, 20]],
  ['bihd,bjhd->ijbh', [2, 34, 3, 20], [2, 70, 3, 20]],
  // Each side of a matrix is two axes that are no neighbours.
  ['iakc,ckjb->ijab', [17, 5, 5, 8], [8, 5, 16, 5]],
  ['akic,kcbj->jaib', [4, 9, 22, 5], [9, 5, 7, 12]],
  // Axes of one value.
  ['xik,kyj->xiyj', [1, 67, 61], [61, 1, 73]],
  ['ikx,xkj->ij', [67, 61, 1], [1, 61, 73]],
  // A vector, and few columns.
  ['ij,j->i', [700, 400], [400]],
  ['ji,j->i', [400, 700], [400]],
  ['ik,kj->ij', [603, 84], [84, 10]],
  ['ki,kj->ij', [84, 603], [84, 10]],
];

/** Each with what it is; a kernel of its own walks its strides. */
const others: readonly Case[] = [
  ['iij,jk->ik', [40, 40, 90], [90, 80]],
  ['ik,kkj->ij', [67, 61], [61, 61, 73]],
  ['ijk,ijk->ijk', [70, 70, 70], [70, 70, 70]],
  ['i,j->ij', [600], [600]],
  ['i,i->', [300_000], [300_000]],
  ['ik,kj->ij', [8, 8], [8, 8]],
  ['ik,kj->ij', [70, 0], [0, 90]],
  ['ik,kj->ij', [0, 70], [70, 90]],
  ['ijk->ikj', [70, 70, 70]],
];

const named = (cases: readonly Case[]) =>
  cases.map((given) => ({ given, name: `${given[0]} of ${given.slice(1).join(' and ')}` }));

const sizeOf = (shape: readonly number[]) => shape.reduce((all, size) => all * size, 1);

describeEachBackend('a contraction of two operands', (backend) => {
  async function contract([text, ...shapes]: Case) {
    const compute = backend();
    const scope = createScope();
    const operands = shapes.map((shape, at) => ({
      shape,
      data: Float64Array.from({ length: sizeOf(shape) }, (_, i) =>
        Math.fround(Math.sin(7 * i + at)),
      ),
    }));
    const einsum = await createEinsum(compute, scope, text, shapes);
    for (const [i, { data }] of operands.entries()) {
      const held: Elements = compute.createElements('real', data.length);
      held.set(data);
      compute.upload(einsum.operands[i], held);
    }
    // Twice: what lies between must not be added to.
    for (let run = 0; run < 2; run++) await compute.run([einsum.contract]);
    await compute.run([einsum.fetch]);
    const expected = referenceEinsum(text, operands);
    const tolerance = compute.kind === 'webgpu' ? 2e-6 : 1e-13;
    expect(einsum.result.length).toBe(expected.data.length);
    const wrong = expected.data.reduce((count, value, i) => {
      const error = Math.abs(einsum.result[i] - value);
      return error <= tolerance * expected.magnitude[i] + 1e-30 ? count : count + 1;
    }, 0);
    expect(wrong).toBe(0);
    const names = einsum.kernels.map(({ name }) => name);
    scope.end();
    return names;
  }

  it.each(named(products))('runs as products of matrices: $name', async ({ given }) => {
    const [name] = await contract(given);
    // On the CPU every kernel is the same sum.
    if (backend().kind === 'webgpu') expect(name).toMatch(/ product/);
    else expect(name).toMatch(/^einsum /);
  });

  it.each(named(others))('keeps a kernel of its own: $name', async ({ given }) => {
    const [name] = await contract(given);
    expect(name).toMatch(/^einsum /);
  });

  it('keeps one of its own where that is asked for', async () => {
    const scope = createScope();
    const shapes = [
      [70, 70],
      [70, 70],
    ];
    const strided = { isStrided: true };
    const { kernels } = await createEinsum(backend(), scope, 'ik,kj->ij', shapes, strided);
    expect(kernels.map(({ name }) => name)).toEqual(['einsum ik,kj->ij']);
    scope.end();
  });
});
