/**
 * Where the world's units lie in those of the input. WebGPU computes in f32, which has seven digits:
 * points far from zero, or with extreme extents, would lose theirs.
 */
export interface Frame {
  readonly origin: { readonly x: number; readonly y: number };
  /** Input units a world unit, along each axis. */
  readonly scale: { readonly x: number; readonly y: number };
}

export const identityFrame: Frame = { origin: { x: 0, y: 0 }, scale: { x: 1, y: 1 } };

/**
 * The middle of the data is the origin, unless zero itself is near enough. Without `standardize` the
 * scale is 1, or a power of two if the extent is beyond what f32 squares can hold; with it, each
 * axis's standard deviation.
 *
 * @param x @param y n >= 1 coordinates in input units
 */
export function chooseFrame(x: Float64Array, y: Float64Array, standardize: boolean): Frame {
  const [rangeX, rangeY] = [range(x), range(y)];
  const origin = { x: originOf(rangeX), y: originOf(rangeY) };
  if (standardize) {
    return { origin, scale: { x: deviation(x) || 1, y: deviation(y) || 1 } };
  }
  const extent = Math.max(rangeX.extent, rangeY.extent);
  const isExtreme = extent > 0 && (extent > 1e12 || extent < 1e-12);
  // The largest extent there is has a logarithm of 1024, and 2^1024 is Infinity.
  const scale = isExtreme ? 2 ** Math.min(1023, Math.round(Math.log2(extent))) : 1;
  return { origin, scale: { x: scale, y: scale } };
}

export const toWorld = (values: Float64Array, origin: number, scale: number) =>
  values.map((value) => (value - origin) / scale);

interface Range {
  readonly middle: number;
  readonly extent: number;
}

/** Data around zero stay as they are, to the bit: an origin would save them less than a bit of f32. */
const originOf = ({ middle, extent }: Range) => (Math.abs(middle) <= extent / 2 ? 0 : middle);

function range(values: Float64Array): Range {
  let least = values[0];
  let most = values[0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Halved first: the sum of two huge numbers overflows.
  return { middle: least / 2 + most / 2, extent: Math.min(most - least, Number.MAX_VALUE) };
}

/** In a scaled form, so that squares neither overflow nor vanish. */
function deviation(values: Float64Array): number {
  const { middle, extent } = range(values);
  if (extent === 0) return 0;
  const scaled = values.map((value) => (value - middle) / extent);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / values.length;
  const square = scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(square) * extent;
}
