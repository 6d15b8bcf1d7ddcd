import { linkClusters } from './link-clusters.ts';
import { type WeightKernel, weight } from './weight-kernel.ts';

const mostPoints = 300;
const candidates = 22;
/** Candidates lie between these parts of the data's own spread. */
const smallest = 0.04;
const largest = 0.9;
/** A cluster of fewer than this part of the points is taken for outliers. */
const smallestCluster = 0.01;

/**
 * A bandwidth for data about which nothing is known: the middle of the longest range of bandwidths
 * over which the number of clusters stays the same (Fukunaga's criterion, as in Comaniciu and Meer,
 * 2002, “Mean shift: a robust approach toward feature space analysis”, section 5).
 *
 * Each candidate is run to its end on at most 300 of the points, evenly spaced in their order.
 *
 * @param x @param y coordinates of n >= 1 points
 * @returns a positive number in the units of the data; 1 if all points coincide
 */
export function estimateBandwidth(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kernel: WeightKernel,
): number {
  const stride = Math.max(1, x.length / mostPoints);
  const rows = Array.from({ length: Math.min(x.length, mostPoints) }, (_, i) =>
    Math.floor(i * stride),
  );
  const xs = Float64Array.from(rows, (row) => x[row]);
  const ys = Float64Array.from(rows, (row) => y[row]);
  const spread = Math.sqrt((variance(xs) + variance(ys)) / 2);
  if (spread === 0) return 1;
  const ratio = (largest / smallest) ** (1 / (candidates - 1));
  const bandwidths = Array.from({ length: candidates }, (_, i) => spread * smallest * ratio ** i);
  const counts = bandwidths.map((bandwidth) => countClusters(xs, ys, bandwidth));
  const { first, last } = longestRun(counts);
  return Math.sqrt(bandwidths[first] * bandwidths[last]) * reachOf(kernel);
}

/**
 * What a gaussian's bandwidth is multiplied by for a kernel to spread as far: the standard deviation
 * per axis of the cone max(1 - r, 0) in the plane is sqrt(3/20) of its reach.
 */
const reachOf = (kernel: WeightKernel) => (kernel === 'gaussian' ? 1 : Math.sqrt(20 / 3));

function countClusters(startX: Float64Array, startY: Float64Array, bandwidth: number): number {
  let x = startX;
  let y = startY;
  for (let step = 0; step < 60; step++) {
    const moved = sweep(x, y, bandwidth);
    ({ x, y } = moved);
    if (moved.largestShift < 1e-3 * bandwidth) break;
  }
  const enough = Math.max(Math.min(2, x.length), smallestCluster * x.length);
  return linkClusters(x, y, 0.5 * bandwidth).sizes.filter((size) => size >= enough).length;
}

/** One simultaneous gaussian sweep. */
function sweep(x: Float64Array, y: Float64Array, bandwidth: number) {
  const moved = { x: new Float64Array(x.length), y: new Float64Array(x.length), largestShift: 0 };
  for (let i = 0; i < x.length; i++) {
    let sum = 0;
    let shiftX = 0;
    let shiftY = 0;
    for (let j = 0; j < x.length; j++) {
      const dx = (x[j] - x[i]) / bandwidth;
      const dy = (y[j] - y[i]) / bandwidth;
      const w = weight('gaussian', dx * dx + dy * dy);
      sum += w;
      shiftX += w * dx;
      shiftY += w * dy;
    }
    moved.x[i] = x[i] + (bandwidth * shiftX) / sum;
    moved.y[i] = y[i] + (bandwidth * shiftY) / sum;
    moved.largestShift = Math.max(
      moved.largestShift,
      (bandwidth * Math.hypot(shiftX, shiftY)) / sum,
    );
  }
  return moved;
}

/** The longest run of one value; the candidates are evenly spaced in logarithm. */
function longestRun(values: readonly number[]): { first: number; last: number } {
  let longest = { first: 0, last: 0 };
  for (let first = 0; first < values.length; ) {
    let last = first;
    while (values[last + 1] === values[first]) last += 1;
    if (last - first > longest.last - longest.first) longest = { first, last };
    first = last + 1;
  }
  return longest;
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
