import { describe, expect, it } from 'vitest';
import { coordinateUnit } from '../../src/gpu/meanshift/coordinate-unit.ts';
import { weight, weightKernels } from '../../src/maths/weight-kernel.ts';

const precisions = ['f32', 'f64'] as const;
const bandwidths = [1e-300, 1e-46, 1e-30, 1e-18, 1e-3, 0.5, 2.5, 1e6, 1e30, 1e38, 1e200];
const extents = [0, 1e-12, 1, 70, 1e12, 3e38];

/** What a point at this distance weighs, with numbers of the given precision. */
function weightAt(kernel: 'gaussian' | 'triangular', steep: number): number {
  return kernel === 'gaussian' ? 2 ** -steep : Math.max(1 - Math.sqrt(steep), 0);
}

describe.each(precisions)('the unit of coordinates in %s', (precision) => {
  const round = precision === 'f32' ? Math.fround : (value: number) => value;
  const smallest = precision === 'f32' ? 2 ** -126 : 2 ** -1022;

  describe.each(weightKernels)('%s', (kernel) => {
    it.each(bandwidths)('is a power of two that is no subnormal: bandwidth %d', (bandwidth) => {
      for (const extent of extents) {
        const { unit, steepness } = coordinateUnit(kernel, bandwidth, extent, precision);
        expect(Number.isInteger(Math.log2(unit))).toBe(true);
        expect(unit).toBeGreaterThanOrEqual(smallest);
        expect(1 / unit).toBeGreaterThanOrEqual(smallest);
        expect(steepness).toBeGreaterThanOrEqual(0);
        expect(steepness).toBeLessThan(4);
      }
    });

    it('gives every weight that is between 0 and 1', () => {
      for (const bandwidth of [1e-3, 0.5, 2.5, 1e6]) {
        const { unit, steepness } = coordinateUnit(kernel, bandwidth, 10 * bandwidth, precision);
        for (const inBandwidths of [0, 0.3, 0.9, 1, 2.5, 5]) {
          const steep = steepness * (inBandwidths * bandwidth * unit) ** 2;
          expect(weightAt(kernel, steep)).toBeCloseTo(weight(kernel, inBandwidths ** 2), 12);
        }
      }
    });

    it.each(extents)('keeps squares of 16 axes finite: extent %d', (extent) => {
      for (const bandwidth of bandwidths) {
        const { unit, steepness } = coordinateUnit(kernel, bandwidth, extent, precision);
        // A tile is filled up with points at 1e18, and on either side of zero there may be points.
        const furthest = round(extent * unit) + 1e18;
        const steep = round(steepness * round(16 * round(furthest * furthest)));
        expect(steep).toBeLessThan(Number.POSITIVE_INFINITY);
      }
    });

    it('is limited only where no neighbour that is told apart weighs anything', () => {
      // At the far end of the extent the next number is half a rounding of it away, or more.
      const nearest = precision === 'f32' ? 2 ** -24 : 2 ** -53;
      const { unit, steepness } = coordinateUnit(kernel, 1e-300, 1, precision);
      expect(weightAt(kernel, steepness * (nearest * unit) ** 2)).toBe(0);
    });
  });
});

describe('in f32', () => {
  it.each(weightKernels)('points that fill a tile up weigh nothing (%s)', (kernel) => {
    for (const extent of extents) {
      for (const bandwidth of bandwidths) {
        const { unit, steepness } = coordinateUnit(kernel, bandwidth, extent, 'f32');
        const nearest = 1e18 - extent * unit;
        expect(Math.fround(weightAt(kernel, Math.fround(steepness) * nearest ** 2))).toBe(0);
      }
    }
  });
});
