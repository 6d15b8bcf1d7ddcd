import { runAtOnce } from '../../../base/run-at-once.ts';
import type { Scope } from '../../../base/scope.ts';
import type { Backend, RunOptions } from '../../../gpu/backend.ts';
import { createEinsum, type Einsum } from '../../../gpu/einsum/einsum.ts';
import type { Elements } from '../../../gpu/kernel.ts';
import { sendValues } from '../../../gpu/send-values.ts';
import { uploadValues } from '../../../gpu/upload-values.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import type { Engine } from '../../../systems/matmul/engine.ts';
import { findExceptionalLines, mendExceptionalCells } from './exceptional-values.ts';

/** The matrix product in Einstein's notation: k is in both, and not in the result, so it is summed. */
export const expression = 'ik,kj->ij';

/** The whole product by einsum, in as many parts by rows as A's size asks for. */
export async function openEinsumProduct(compute: Backend, scope: Scope, product: Product) {
  const { m, k, n, a, b } = product;
  const most = Math.floor(compute.largestBuffer / 4 / Math.max(k, n));
  const rowsAtOnce = Math.max(1, Math.min(m, most));
  const parts: { first: number; end: number; einsum: Einsum }[] = [];
  for (let first = 0; first < m; first += rowsAtOnce) {
    const end = Math.min(m, first + rowsAtOnce);
    const shapes = [
      [end - first, k],
      [k, n],
    ];
    parts.push({ first, end, einsum: await createEinsum(compute, scope, expression, shapes) });
  }
  function* uploads(): Generator<number, void> {
    for (const { first, end, einsum } of parts) {
      const [ofA, ofB] = einsum.operands;
      yield* uploadValues(compute, ofA, a.subarray(first * k, end * k));
      yield* uploadValues(compute, ofB, b);
    }
  }
  const own = compute.within(scope);
  const arrival = own.createBuffer('arrival', 'real', 1);
  return {
    upload: [
      (options: RunOptions) => sendValues(uploads(), a.length + parts.length * b.length, options),
      own.record([{ kind: 'copy', from: parts[0].einsum.operands[0], to: arrival, length: 1 }]),
    ] as const,
    contract: parts.map(({ einsum }) => einsum.contract),
    fetch: parts.map(({ einsum }) => einsum.fetch),
    collect(c: Float64Array) {
      for (const { first, einsum } of parts) c.set(einsum.result, first * n);
    },
  };
}

/** The product term by term: a step contracts some columns of A with as many rows of B. */
export async function openEinsumEngine(
  compute: Backend,
  scope: Scope,
  product: Product,
  termsAtOnce: number,
): Promise<Engine & { readonly wgsl: string }> {
  const { m, k, n, a, b, c } = product;
  const einsums = new Map<number, Einsum>();
  for (const terms of new Set([termsAtOnce, k % termsAtOnce || termsAtOnce])) {
    const shapes = [
      [m, terms],
      [terms, n],
    ];
    // The picture shows the kernel that einsum writes for the expression itself.
    const made = await createEinsum(compute, scope, expression, shapes, { isStrided: true });
    einsums.set(terms, made);
  }
  const [[, { kernels }]] = einsums;
  const exceptional = runAtOnce(findExceptionalLines(product));
  return {
    wgsl: kernels[0].wgsl,
    record({ terms: [first, end] }) {
      const einsum = einsums.get(end - first);
      if (!einsum) throw new Error(`no einsum was made ready for ${end - first} terms`);
      const [ofA, ofB] = einsum.operands;
      compute.upload(ofA, held(compute, columnsOf(a, m, k, first, end)));
      compute.upload(ofB, held(compute, b.subarray(first * n, end * n)));
      return [einsum.contract, einsum.fetch];
    },
    add({ terms: [first, end] }) {
      const result = einsums.get(end - first)?.result ?? [];
      for (let cell = 0; cell < c.length; cell++) c[cell] += result[cell];
      runAtOnce(mendExceptionalCells(product, exceptional, end));
    },
    restart: () => undefined,
  };
}

function held(compute: Backend, values: Float64Array): Elements {
  const elements = compute.createElements('real', values.length);
  elements.set(values);
  return elements;
}

function columnsOf(a: Float64Array, m: number, k: number, first: number, end: number) {
  const columns = new Float64Array(m * (end - first));
  for (let row = 0; row < m; row++) {
    columns.set(a.subarray(row * k + first, row * k + end), row * (end - first));
  }
  return columns;
}
