import { inSlices } from '../../../base/in-slices.ts';
import { createScope } from '../../../base/scope.ts';
import type { Backend, RunOptions } from '../../../gpu/backend.ts';
import { createCpuBackend } from '../../../gpu/cpu-backend.ts';
import { createEinsum, describeStep, runEinsum } from '../../../gpu/einsum/einsum.ts';
import type { Tensor } from '../../../io/tensor.ts';
import { openKernelRung } from '../sim/rung.ts';
import { compareProducts } from './compare-products.ts';
import { type RungTime, timeRung } from './time-rung.ts';

export interface EinsumReport {
  /** The result, row after row. */
  readonly data: Float64Array;
  readonly methods: readonly (RungTime & {
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
    const rung = await openKernelRung(compute, {
      method: 'einsum',
      kernel: expression,
      upload: [
        () => {
          for (const [i, { data }] of tensors.entries()) {
            const held = compute.createElements('real', data.length);
            held.set(data);
            compute.upload(einsum.operands[i], held);
          }
        },
        einsum.contract,
      ],
      multiply: () => [einsum.contract],
      fetch: [einsum.fetch],
      collect: (into) => into.set(einsum.result),
    });
    const time = await timeRung(rung, watched('einsum'));
    const data = new Float64Array(expected.length);
    await rung.fetch(data);
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
