import { describe, expect, inject, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createMatmul } from '../../src/gpu/matmul/matmul.ts';
import { registerProduct } from '../../src/gpu/matmul/product-kernels.ts';
import { createWebGpuBackend } from '../../src/gpu/webgpu-backend.ts';
import { openDawn } from '../support/webgpu.ts';

describe.skipIf(!inject('webgpu'))('the lesson’s own product', () => {
  it('runs and is right at WebGPU’s default limits, in submits of its own', async () => {
    const adapter = await (await openDawn())!.requestAdapter();
    const device = await adapter!.requestDevice();
    expect(device.limits.maxStorageBufferBindingSize).toBe(128 * 2 ** 20);
    let submits = 0;
    const submit = device.queue.submit.bind(device.queue);
    device.queue.submit = (...args) => {
      submits += 1;
      return submit(...args);
    };
    const compute = createWebGpuBackend({ device, adapter: adapter! }, 'default limits', 'test');
    const [m, k, n] = [50_000, 784, 10];
    const scope = createScope();
    const matmul = createMatmul(compute, scope, { m, k, n });
    // Rank one and exact in f32: the cell (i, j) is 784 times the product of two small integers.
    const row = (i: number) => (i % 7) - 3;
    const column = (j: number) => j - 4;
    const a = new Float64Array(m * k);
    for (let i = 0; i < m; i++) a.fill(row(i), i * k, (i + 1) * k);
    const b = Float64Array.from({ length: k * n }, (_, at) => column(at % n));
    matmul.upload(a, b);
    const kernel = registerProduct(4, 10, true);
    await compute.compile(kernel.kernel);
    await compute.run([matmul.multiply(kernel), matmul.fetch]);
    // 392 million multiplications are more than a submit of 100 ms on any software driver.
    expect(submits).toBeGreaterThan(4);
    const c = new Float64Array(m * n);
    matmul.collect(c);
    let wrong = 0;
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) if (c[i * n + j] !== k * row(i) * column(j)) wrong += 1;
    }
    expect(wrong).toBe(0);
    scope.end();
    compute.dispose();
  });
});
