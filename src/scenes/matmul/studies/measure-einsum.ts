import { inSlices } from '../../../base/in-slices.ts';
import { createScope } from '../../../base/scope.ts';
import type { Backend, RunOptions } from '../../../gpu/backend.ts';
import { createCpuBackend } from '../../../gpu/cpu-backend.ts';
import { createEinsum, describeStep, runEinsum } from '../../../gpu/einsum/einsum.ts';
import { sendValues } from '../../../gpu/send-values.ts';
import { uploadValues } from '../../../gpu/upload-values.ts';
import type { Tensor } from '../../../io/tensor.ts';
import { type KernelParts, openKernelRunner } from '../sim/method-runner.ts';
import { compareProducts } from './compare-products.ts';
import { type MethodTime, timeMethod } from './time-method.ts';

export interface EinsumReport {
  /** The result, row after row. */
  readonly data: Float64Array;
  readonly methods: readonly (MethodTime & {
    readonly name: string;
    readonly gflops: number;
    /** Against a result in f64. */
    readonly maxAbsError: number;
    readonly speedup: number;
  })[];
  /** What was contracted, in order, each as an expression. */
  readonly contractions: readonly string[];
  /** How many products of numbers that took, and would have taken from left to right. */
  readonly products: number;
  readonly productsLeftToRight: number;
}

interface EinsumOptions {
  readonly signal?: AbortSignal;
  /** @param fraction of what is spoken of, from 0 to 1 */
  onProgress?(what: string, fraction: number): void;
}

/** A study of one expression: its result, how long it takes, and how far it is from one in f64. */
export async function measureEinsum(
  compute: Backend,
  expression: string,
  tensors: readonly Tensor[],
  { signal, onProgress }: EinsumOptions = {},
): Promise<EinsumReport> {
  const watched = (what: string): RunOptions => ({
    onProgress: (fraction) => onProgress?.(what, fraction),
    ...(signal ? { signal } : {}),
  });
  const expected = await resultInF64(expression, tensors, watched('the result in f64'));
  const scope = createScope();
  try {
    const shapes = tensors.map(({ shape }) => shape);
    const einsum = await createEinsum(compute, scope, expression, shapes);
    function* uploads(): Generator<number, void> {
      for (const [i, { data }] of tensors.entries()) {
        yield* uploadValues(compute, einsum.operands[i], data);
      }
    }
    const total = tensors.reduce((sum, { data }) => sum + data.length, 0);
    const parts: KernelParts = {
      method: 'einsum',
      kernel: expression,
      upload: [(options) => sendValues(uploads(), total, options), einsum.contract],
      multiply: () => [einsum.contract],
      fetch: [einsum.fetch],
      collect: (into) => into.set(einsum.result),
    };
    const runner = await openKernelRunner(compute, parts, watched('bringing the operands there'));
    const time = await timeMethod(runner, watched('einsum'));
    const data = new Float64Array(expected.length);
    await runner.fetch(data);
    await mendExceptional(data, expected, signal);
    const { cost, leftToRightCost, steps } = einsum.plan;
    return {
      data,
      methods: [
        {
          name: 'einsum',
          ...time,
          gflops: cost === 0 ? 0 : (2 * cost) / time.medianMs / 1e6,
          maxAbsError: await compareProducts(data, expected),
          speedup: 1,
        },
      ],
      contractions: steps.map(describeStep),
      products: cost,
      productsLeftToRight: leftToRightCost,
    };
  } finally {
    scope.end();
  }
}

async function resultInF64(
  expression: string,
  tensors: readonly Tensor[],
  options: RunOptions,
): Promise<Float64Array> {
  const reference = createCpuBackend('the product in f64');
  try {
    return (await runEinsum(reference, expression, tensors, options)).data;
  } finally {
    reference.dispose();
  }
}

/** WGSL may assume that there is no NaN, no Infinity and no sign of zero; these come from f64. */
const mendExceptional = (
  data: Float64Array,
  expected: Float64Array,
  signal: AbortSignal | undefined,
) =>
  inSlices(
    data.length,
    (first, end) => {
      for (let i = first; i < end; i++) {
        const value = expected[i];
        if (!Number.isFinite(value) || (value === 0 && data[i] === 0)) data[i] = value;
      }
    },
    { signal },
  );
