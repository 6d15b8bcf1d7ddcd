import type { Scope } from '../../base/scope.ts';
import type { ParameterValues } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Order, Scheme } from '../../maths/finite-difference.ts';
import type { Backend, ComputeBuffer, Recording } from '../backend.ts';
import { parameterUniformValues } from './parameter-uniforms.ts';
import { slopesKernel } from './slopes-kernel.ts';

export interface SlopesRequest {
  readonly scheme: Scheme;
  /** 1 unless given. */
  readonly order?: Order;
  /** The named parameters; 1 for those that are not there. */
  readonly parameters?: ParameterValues;
}

type Numbers = ArrayLike<number>;

/** The buffers for a function's values and slopes at `count` samples, and the recordings on them. */
export interface Slopes {
  readonly count: number;
  readonly samples: ComputeBuffer;
  readonly values: ComputeBuffer;
  readonly slopes: ComputeBuffer;
  /** 1: there is a value. 2: there is a slope. What is not there is 0 in its buffer. */
  readonly defined: ComputeBuffer;
  /** Takes effect before any later run. */
  setSamples(samples: Numbers): void;
  /** One distance for all samples, or one for each. */
  setSpacing(h: number | Numbers): void;
  /** Compiles what `take` needs; only the first time for each function, scheme and order. */
  prepare(expression: Expression, request: SlopesRequest): Promise<void>;
  /** Computes all values and slopes; prepare it first. Good until it is asked for again. */
  take(expression: Expression, request: SlopesRequest): Recording;
  /** Brings the results back for `fetched`. */
  readonly fetch: Recording;
  /** What `fetch` brought, NaN where there is nothing. */
  fetched(): { readonly values: Float64Array; readonly slopes: Float64Array };
}

/** @param samples where to take values and slopes, n >= 1; h is 1e-3 until it is set */
export function createSlopes(compute: Backend, scope: Scope, samples: Numbers): Slopes {
  const count = samples.length;
  const own = compute.within(scope);
  const buffers = {
    samples: own.createBuffer('samples', 'real', count),
    spacings: own.createBuffer('spacings', 'real', count),
    values: own.createBuffer('values', 'real', count),
    slopes: own.createBuffer('slopes', 'real', count),
    defined: own.createBuffer('defined', 'u32', count),
  };
  const fetched = {
    values: compute.createElements('real', count),
    slopes: compute.createElements('real', count),
    defined: compute.createElements('u32', count),
  };
  const fetch = own.record([
    { kind: 'read', from: buffers.values, into: fetched.values },
    { kind: 'read', from: buffers.slopes, into: fetched.slopes },
    { kind: 'read', from: buffers.defined, into: fetched.defined },
  ]);
  let stride = 0;
  const takes = own.cacheRecordings(1);

  function upload(buffer: ComputeBuffer, numbers: Numbers): void {
    const elements = compute.createElements('real', numbers.length);
    elements.set(numbers);
    compute.upload(buffer, elements);
  }
  const kernelFor = (expression: Expression, { scheme, order = 1 }: SlopesRequest) =>
    slopesKernel({ expression, scheme, order });
  const masked = (numbers: Numbers, bit: 1 | 2) =>
    Float64Array.from({ length: count }, (_, i) =>
      fetched.defined[i] & bit ? numbers[i] : Number.NaN,
    );

  upload(buffers.samples, samples);
  upload(buffers.spacings, [1e-3]);
  return {
    count,
    samples: buffers.samples,
    values: buffers.values,
    slopes: buffers.slopes,
    defined: buffers.defined,
    setSamples: (numbers) => upload(buffers.samples, numbers),
    setSpacing(h) {
      stride = typeof h === 'number' ? 0 : 1;
      upload(buffers.spacings, typeof h === 'number' ? [h] : h);
    },
    prepare: (expression, request) => compute.compile(kernelFor(expression, request)),
    take(expression, request) {
      const kernel = kernelFor(expression, request);
      const letters = parameterUniformValues(expression, request.parameters ?? {});
      const changing = { spacing_stride: stride, ...letters };
      const recording = takes.get([kernel], () => {
        const uniforms = { count, zero: 0, ...changing };
        return [{ kind: 'dispatch', kernel, uniforms, buffers, grid: [count], work: count * 50 }];
      });
      recording.setUniforms(changing);
      return recording;
    },
    fetch,
    fetched: () => ({ values: masked(fetched.values, 1), slopes: masked(fetched.slopes, 2) }),
  };
}
