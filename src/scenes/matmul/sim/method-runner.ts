import { nextTask } from '../../../base/next-task.ts';
import type { Scope } from '../../../base/scope.ts';
import type { Backend, Recording, RunOptions } from '../../../gpu/backend.ts';
import { createMatmul } from '../../../gpu/matmul/matmul.ts';
import type { KernelName } from '../../../gpu/matmul/named-kernel.ts';
import type { Multiply, Product } from '../../../maths/matmul/product.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { expression, openEinsumProduct } from './einsum-product.ts';
import { kernelOf } from './engines.ts';
import { scriptMethods } from './script-methods.ts';

/** A method of the ladder, ready to multiply two matrices again and again. */
export interface MethodRunner {
  readonly method: MatmulMethod;
  /** Which kernel does it, for people; null where none does. */
  readonly kernel: string | null;
  /** How long it took to bring A and B there; null where nothing is brought. */
  readonly uploadMs: number | null;
  /**
   * Computes the product, `times` times over.
   *
   * @returns the milliseconds that computing took
   */
  run(times: number, options: RunOptions): Promise<number>;
  /** Brings the product of the last run, row after row, into `c`; null where nothing is brought. */
  fetch(c: Float64Array): Promise<number | null>;
}

/** Makes a method ready for a product. Its buffers end with the scope. */
export async function openRunner(
  method: MatmulMethod,
  compute: Backend,
  scope: Scope,
  product: Product,
  best: KernelName = 'fastest',
  options: RunOptions = {},
): Promise<MethodRunner> {
  const multiply = scriptMethods[method];
  if (multiply) return openScriptRunner(method, multiply, product);
  if (method === 'einsum') {
    const einsum = await openEinsumProduct(compute, scope, product);
    const parts = {
      ...einsum,
      method,
      kernel: expression,
      multiply: () => einsum.contract,
    };
    return openKernelRunner(compute, parts, options);
  }
  const kernel = await kernelOf(method, compute, product, best);
  await compute.compile(kernel.kernel);
  const matmul = createMatmul(compute, scope, product);
  const parts: KernelParts = {
    method,
    kernel: kernel.label,
    upload: [(watch) => matmul.send(product.a, product.b, watch), matmul.arrive],
    multiply: () => [matmul.multiply(kernel)],
    fetch: [matmul.fetch],
    collect: matmul.collect,
  };
  return openKernelRunner(compute, parts, options);
}

/** What runs a method on the backend is made of this. */
export interface KernelParts {
  readonly method: MatmulMethod;
  readonly kernel: string;
  /** Brings A and B, and what waits until they are there. */
  readonly upload: readonly [send: (options: RunOptions) => Promise<void>, arrive: Recording];
  multiply(): readonly Recording[];
  readonly fetch: readonly Recording[];
  collect(c: Float64Array): void;
}

/** Uploads A and B, and times that; the rest is computed when it is asked for. */
export async function openKernelRunner(
  compute: Backend,
  parts: KernelParts,
  options: RunOptions = {},
): Promise<MethodRunner> {
  const { method, kernel } = parts;
  const [send, arrive] = parts.upload;
  const begun = performance.now();
  await send(options);
  await compute.run([arrive]);
  const uploadMs = performance.now() - begun;
  return {
    method,
    kernel,
    uploadMs,
    async run(times, options) {
      const once = parts.multiply();
      const all = Array.from({ length: times }).flatMap(() => once);
      await compute.run(all, options);
      return compute.lastRunMs ?? 0;
    },
    async fetch(c) {
      const started = performance.now();
      await compute.run(parts.fetch);
      const ms = performance.now() - started;
      parts.collect(c);
      return ms;
    },
  };
}

const sliceMs = 12;

/** Multiplications of a piece, where a row has more: a few milliseconds. */
const mostOfPiece = 2 ** 20;

/** Runs on the page's own thread, in slices, so that the page stays alive. */
function openScriptRunner(
  method: MatmulMethod,
  multiply: Multiply,
  product: Product,
): MethodRunner {
  const own: Product = { ...product, c: new Float64Array(product.m * product.n) };
  const { m, k, n } = own;
  // A row that takes long is cut by its columns: no sum is, so that its terms stay in their order.
  const width = Math.min(n, Math.max(1, Math.floor(mostOfPiece / k)));
  const perRow = Math.ceil(n / width);
  const pieces = m * perRow;
  /** Pieces a millisecond; the first guess is a slow machine's. */
  let piecesPerMs = Math.max(1 / sliceMs, 1e4 / (k * width));
  const multiplyPieces = (first: number, end: number) => {
    if (first === 0) own.c.fill(0);
    if (perRow === 1) {
      multiply(own, { rows: [first, end], columns: [0, n], terms: [0, k] });
      return;
    }
    for (let piece = first; piece < end; piece++) {
      const row = Math.floor(piece / perRow);
      const column = (piece % perRow) * width;
      const columns = [column, Math.min(n, column + width)] as const;
      multiply(own, { rows: [row, row + 1], columns, terms: [0, k] });
    }
  };
  return {
    method,
    kernel: null,
    uploadMs: null,
    async run(times, { signal, onProgress }) {
      let busyMs = 0;
      // Pieces of all the products, one after another: a slice may hold many small products.
      for (let next = 0; next < times * pieces; ) {
        const end = Math.min(times * pieces, next + Math.max(1, Math.floor(piecesPerMs * sliceMs)));
        const begun = performance.now();
        for (let at = next; at < end; ) {
          const first = at % pieces;
          const last = Math.min(pieces, first + end - at);
          multiplyPieces(first, last);
          at += last - first;
        }
        const ms = performance.now() - begun;
        if (ms > 0.5) piecesPerMs = (end - next) / ms;
        busyMs += ms;
        next = end;
        onProgress?.(next / (times * pieces));
        if (next < times * pieces) await nextTask();
        signal?.throwIfAborted();
      }
      return busyMs;
    },
    async fetch(c) {
      c.set(own.c);
      return null;
    },
  };
}
