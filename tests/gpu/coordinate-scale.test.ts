import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import { exactMeanShift, weightKernelConstant } from '../../src/gpu/meanshift/exact.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { type WeightKernel, weight, weightKernels } from '../../src/maths/weight-kernel.ts';
import { openDawn } from '../support/webgpu.ts';

/** Mean shift's WGSL, with a main that tells the scale instead of moving points. */
const probe = declareKernel({
  ...exactMeanShift,
  name: 'scale of coordinates',
  body: exactMeanShift.body.replace(
    /fn main\([\s\S]*?\n}\n/,
    'fn main() {\n  shifted[0] = coordinate_scale() + 0.0 * positions[0];\n}\n',
  ),
});

describe.skipIf(!inject('webgpu'))('what the kernel multiplies coordinates by', () => {
  let compute: Backend;
  beforeAll(async () => {
    compute = await openBackend('webgpu', await openDawn(), true);
    for (const kernel of weightKernels) {
      await compute.compile(probe, weightKernelConstant(kernel));
    }
  });
  afterAll(() => compute?.dispose());

  async function scaleFor(kernel: WeightKernel, bandwidth: number, extent: number) {
    const positions = compute.createBuffer('positions', 'real', 2);
    const shifted = compute.createBuffer('shifted', 'real', 2);
    const into = compute.createElements('real', 2);
    const recording = compute.record([
      {
        kind: 'dispatch',
        kernel: probe,
        constants: weightKernelConstant(kernel),
        uniforms: { count: 1, first: 0, size: 1, bandwidth, extent },
        buffers: { positions, shifted },
        grid: [1],
        work: 1,
      },
      { kind: 'read', from: shifted, into },
    ]);
    await compute.run([recording]);
    recording.dispose();
    positions.destroy();
    shifted.destroy();
    return into[0];
  }

  it.each([
    [0.5, 3],
    [2.5, 70],
    [1e6, 1e-3],
  ])('makes the gaussian a power of two: bandwidth %d, extent %d', async (bandwidth, extent) => {
    const scale = await scaleFor('gaussian', bandwidth, extent);
    for (const distance of [0.3 * bandwidth, bandwidth, 2.5 * bandwidth]) {
      const expected = Math.exp(-0.5 * (distance / bandwidth) ** 2);
      expect(2 ** -((distance * scale) ** 2) / expected).toBeCloseTo(1, 5);
    }
  });

  it('counts in bandwidths for the triangular kernel', async () => {
    expect(await scaleFor('triangular', 4, 100)).toBeCloseTo(0.25, 6);
  });

  for (const kernel of weightKernels) {
    for (const extent of [0, 1e-12, 70, 1e12]) {
      it(`keeps squared distances finite in f32 (${kernel}, extent ${extent})`, async () => {
        for (const bandwidth of [1e-3, 1e-18, 1e-22, 1e-30]) {
          const furthest = Math.fround(extent * (await scaleFor(kernel, bandwidth, extent)));
          const square = Math.fround(furthest * furthest);
          // Two axes; f32 ends at 3.4e38.
          expect(Math.fround(square + square)).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      });
    }

    it(`is limited only where no neighbour that f32 tells apart weighs anything (${kernel})`, async () => {
      // At the far end of the extent the next f32 is 2^-24 of it away, or more.
      const nearest = 2 ** -24 * (await scaleFor(kernel, 1e-30, 1));
      const inBandwidths = kernel === 'gaussian' ? nearest / Math.sqrt(Math.LOG2E / 2) : nearest;
      expect(weight(kernel, inBandwidths ** 2)).toBe(0);
    });
  }
});
