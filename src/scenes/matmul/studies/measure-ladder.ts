import { runInSlices } from '../../../base/run-in-slices.ts';
import { createScope } from '../../../base/scope.ts';
import type { Backend, RunOptions } from '../../../gpu/backend.ts';
import type { KernelName } from '../../../gpu/matmul/named-kernel.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { findExceptionalLines, mendExceptionalCells } from '../sim/exceptional-values.ts';
import { openRunner } from '../sim/method-runner.ts';
import { referenceProduct } from '../sim/reference-product.ts';
import { scriptMethods } from '../sim/script-methods.ts';
import { compareProducts } from './compare-products.ts';
import { type MethodTime, timeMethod } from './time-method.ts';

/** What a method is worth on this machine. */
export interface MethodReport extends MethodTime {
  readonly name: MatmulMethod;
  /** Billions of multiplications and additions a second. */
  readonly gflops: number;
  /** Against a product in f64. */
  readonly maxAbsError: number;
  /** How many times faster than the first method that was measured. */
  readonly speedup: number;
  readonly uploadMs: number | null;
  readonly readbackMs: number | null;
  readonly kernel: string | null;
}

export interface LadderOptions {
  readonly signal?: AbortSignal;
  /** What gpu-best takes; the fastest if not given. */
  readonly kernel?: KernelName;
  /** @param fraction of everything that is to be done, from 0 to 1 */
  onProgress?(what: string, fraction: number): void;
  /** Told of each method when it is done. */
  onReport?(report: MethodReport, product: Float64Array): void;
}

/** Of a method's time, as its progress has it: bringing A and B there. */
const partOfSending = 0.1;

/** Measures methods one after another, each at full speed, with the thread free in between. */
export async function measureLadder(
  compute: Backend,
  methods: readonly MatmulMethod[],
  product: Product,
  { signal, kernel = 'fastest', onProgress, onReport }: LadderOptions = {},
): Promise<MethodReport[]> {
  const { m, k, n } = product;
  const reference = await referenceProduct(product, {
    signal,
    onProgress: (fraction) => onProgress?.('the product in f64', fraction),
  });
  const exceptional = await runInSlices(findExceptionalLines(product), signal);
  const reports: MethodReport[] = [];
  for (const [i, method] of methods.entries()) {
    const scope = createScope();
    const tell = (fraction: number) => onProgress?.(method, (i + fraction) / methods.length);
    tell(0);
    try {
      const watched = (from: number, to: number): RunOptions => ({
        onProgress: (fraction) => tell(from + (to - from) * fraction),
        ...(signal ? { signal } : {}),
      });
      const sending = watched(0, partOfSending);
      const runner = await openRunner(method, compute, scope, product, kernel, sending);
      signal?.throwIfAborted();
      const time = await timeMethod(runner, watched(partOfSending, 1));
      const c = new Float64Array(m * n);
      const readbackMs = await runner.fetch(c);
      if (!scriptMethods[method]) {
        await runInSlices(mendExceptionalCells({ ...product, c }, exceptional), signal);
      }
      const report = {
        name: method,
        ...time,
        gflops: (2 * m * k * n) / time.medianMs / 1e6,
        maxAbsError: await compareProducts(c, reference),
        speedup: (reports[0]?.medianMs ?? time.medianMs) / time.medianMs,
        uploadMs: runner.uploadMs,
        readbackMs,
        kernel: runner.kernel,
      };
      reports.push(report);
      onReport?.(report, c);
    } finally {
      scope.end();
    }
  }
  return reports;
}
