import { describe, expect, it } from 'vitest';
import { coordinateScale } from '../../src/gpu/mean-shift/exact.ts';
import { weight, weightKernels } from '../../src/maths/weight-kernel.ts';

describe('what coordinates are multiplied by', () => {
  it.each([
    [0.5, 3],
    [2.5, 70],
    [1e6, 1e-3],
  ])(
    'makes the gaussian a power of two: bandwidth %d over an extent of %d',
    (bandwidth, extent) => {
      const scale = coordinateScale('gaussian', bandwidth, extent);
      for (const distance of [0.3 * bandwidth, bandwidth, 2.5 * bandwidth]) {
        const expected = Math.exp(-0.5 * (distance / bandwidth) ** 2);
        expect(2 ** -((distance * scale) ** 2)).toBeCloseTo(expected, 12);
      }
    },
  );

  it('counts in bandwidths for the triangular kernel', () => {
    expect(coordinateScale('triangular', 4, 100)).toBe(0.25);
  });

  for (const kernel of weightKernels) {
    for (const extent of [0, 1e-12, 70, 1e12]) {
      it(`keeps squared distances finite in f32 (${kernel}, extent ${extent})`, () => {
        for (const bandwidth of [1e-3, 1e-18, 1e-22, 1e-30, 1e-300]) {
          const furthest = Math.fround(extent * coordinateScale(kernel, bandwidth, extent));
          const square = Math.fround(furthest * furthest);
          // Two axes; f32 ends at 3.4e38.
          expect(Math.fround(square + square)).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      });
    }

    it(`is limited only where no f32 neighbour weighs anything (${kernel})`, () => {
      // The nearest that f32 tells apart at the far end of the extent is half an ulp of 2^-24 away.
      const extent = 1;
      const scale = coordinateScale(kernel, 1e-300, extent);
      const nearest = extent * 2 ** -25 * scale;
      const inBandwidths = kernel === 'gaussian' ? nearest / Math.sqrt(Math.LOG2E / 2) : nearest;
      expect(weight(kernel, inBandwidths ** 2)).toBe(0);
    });
  }
});
