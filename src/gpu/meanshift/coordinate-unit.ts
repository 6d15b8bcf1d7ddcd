import type { WeightKernel } from '../../maths/weight-kernel.ts';

/** The largest f32. */
export const largestFloat32 = 3.4028234663852886e38;

/** What coordinates are multiplied by, and how steep the weights then are. */
export interface CoordinateUnit {
  /** A power of two, so that no coordinate loses a digit by it. */
  readonly unit: number;
  /**
   * What a squared distance in units is multiplied by: for the gaussian exp(-(d/bandwidth)²/2)
   * becomes 2^-(steepness·d²), for the triangle its root is d/bandwidth.
   */
  readonly steepness: number;
}

/** Between these a coordinate times the unit and its squares lie well inside of what a number holds. */
const limits = {
  // The furthest is far from the 1e18 of a point that does not weigh, whatever the steepness.
  f32: { least: 1e-6, most: 1e17, smallest: 2 ** -126, steepest: 1e-30, extent: largestFloat32 },
  f64: { least: 1e-6, most: 1e150, smallest: 2 ** -1022, steepest: 0, extent: Number.MAX_VALUE },
} as const;

/**
 * @param bandwidth > 0, in the units of the coordinates
 * @param extent at least the largest coordinate, and the largest difference along an axis
 */
export function coordinateUnit(
  kernel: WeightKernel,
  bandwidth: number,
  extent: number,
  precision: 'f32' | 'f64',
): CoordinateUnit {
  const { least, most, smallest, steepest, extent: largest } = limits[precision];
  const perBandwidth = kernel === 'gaussian' ? Math.sqrt(Math.LOG2E / 2) : 1;
  const size = Math.min(Math.max(extent, most * smallest), largest);
  // At the upper limit every distance that can be told from zero is beyond the kernel anyway.
  const scale = Math.min(perBandwidth / bandwidth, most / size);
  // At the lower one every weight is 1: the differences themselves are not to vanish.
  const wanted = Math.max(scale, least / size, smallest);
  const unit = 2 ** Math.floor(Math.log2(wanted));
  return { unit, steepness: Math.max((scale / unit) ** 2, steepest) };
}
