import { linkClusters } from './link-clusters.ts';
import { mersenneTwister } from './mersenne-twister.ts';
import { type WeightKernel, weight } from './weight-kernel.ts';

const mostPoints = 300;
const candidates = 22;
/** Candidates lie between these parts of the data's own spread. */
const smallest = 0.04;
const largest = 1.1;
/** A cluster of fewer than this part of the points is taken for outliers. */
const smallestCluster = 0.01;
/**
 * A bandwidth that leaves more points than this part without a cluster, of those that some other
 * bandwidth finds one for, sees no clusters, only neighbours.
 */
const mostLeftOut = 0.02;
/** In square bandwidths: from here on a gaussian's weight is less than a millionth. */
const negligible = 28;

/**
 * A bandwidth for data about which nothing is known: the middle of the longest range of bandwidths
 * over which the number of clusters stays the same (Fukunaga's criterion, as in Comaniciu and Meer,
 * 2002, “Mean shift: a robust approach toward feature space analysis”, section 5).
 *
 * Each candidate is run to its end on at most 300 of the points, drawn by a fixed seed: the same data
 * give the same estimate, and rows that take turns between clusters are no trap. Yields wherever it can
 * be interrupted.
 *
 * @param x @param y coordinates of n >= 1 points
 * @returns a positive number in the units of the data; 1 if all points coincide
 */
export function* estimateBandwidth(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kernel: WeightKernel,
): Generator<void, number> {
  const rows = drawRows(x.length);
  const xs = Float64Array.from(rows, (row) => x[row]);
  const ys = Float64Array.from(rows, (row) => y[row]);
  const spread = centralSpread(xs, ys) || Math.sqrt((variance(xs) + variance(ys)) / 2);
  if (spread === 0) return 1;
  const ratio = (largest / smallest) ** (1 / (candidates - 1));
  const bandwidths = Array.from({ length: candidates }, (_, i) => spread * smallest * ratio ** i);
  const found: { clusters: number; points: number }[] = [];
  for (const bandwidth of bandwidths) found.push(yield* findClusters(xs, ys, bandwidth));
  const most = Math.max(...found.map(({ points }) => points));
  const counts = found.map(({ clusters, points }) =>
    points > 0 && points >= (1 - mostLeftOut) * most ? clusters : null,
  );
  const { first, last } = longestRun(counts);
  return Math.sqrt(bandwidths[first] * bandwidths[last]) * reachOf(kernel);
}

/** At most `mostPoints` rows of `count`, by the beginning of Fisher and Yates' shuffle. */
function drawRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  if (count <= mostPoints) return rows;
  const next = mersenneTwister(0);
  for (let i = 0; i < mostPoints; i++) {
    const other = i + (next() % (count - i));
    [rows[i], rows[other]] = [rows[other], rows[i]];
  }
  return rows.subarray(0, mostPoints);
}

/** The standard deviation per axis of what is left without the outermost points on each side. */
function centralSpread(x: Float64Array, y: Float64Array): number {
  // Of few points none is an outlier.
  const cut = x.length > 50 ? Math.ceil(smallestCluster * x.length) : 0;
  const central = (values: Float64Array) =>
    values
      .slice()
      .sort()
      .subarray(cut, x.length - cut);
  return Math.sqrt((variance(central(x)) + variance(central(y))) / 2);
}

/**
 * What a gaussian's bandwidth is multiplied by for a kernel to spread as far: the standard deviation
 * per axis of the cone max(1 - r, 0) in the plane is sqrt(3/20) of its reach.
 */
const reachOf = (kernel: WeightKernel) => (kernel === 'gaussian' ? 1 : Math.sqrt(20 / 3));

/** @returns how many clusters there are in the end, and how many points are in them */
function* findClusters(x: Float64Array, y: Float64Array, bandwidth: number) {
  let now = { x, y };
  for (let step = 0; step < 60; step++) {
    const { largestShift, ...moved } = sweep(now.x, now.y, bandwidth);
    now = moved;
    yield;
    if (largestShift < 1e-3 * bandwidth) break;
  }
  const enough = Math.max(2, smallestCluster * x.length);
  const { sizes } = linkClusters(now.x, now.y, 0.5 * bandwidth);
  const clusters = sizes.filter((size) => size >= enough);
  return { clusters: clusters.length, points: clusters.reduce((sum, size) => sum + size, 0) };
}

/** One simultaneous gaussian sweep; a pair's weight is worked out once for both. */
function sweep(x: Float64Array, y: Float64Array, bandwidth: number) {
  const count = x.length;
  const weights = new Float64Array(count).fill(1);
  const shiftX = new Float64Array(count);
  const shiftY = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const dx = x[j] - x[i];
      const dy = y[j] - y[i];
      const squaredDistance = (dx / bandwidth) ** 2 + (dy / bandwidth) ** 2;
      if (squaredDistance > negligible) continue;
      const w = weight('gaussian', squaredDistance);
      weights[i] += w;
      weights[j] += w;
      shiftX[i] += w * dx;
      shiftX[j] -= w * dx;
      shiftY[i] += w * dy;
      shiftY[j] -= w * dy;
    }
  }
  const largestShift = weights.reduce(
    (most, sum, i) => Math.max(most, Math.hypot(shiftX[i], shiftY[i]) / sum),
    0,
  );
  return {
    x: x.map((value, i) => value + shiftX[i] / weights[i]),
    y: y.map((value, i) => value + shiftY[i] / weights[i]),
    largestShift,
  };
}

/** The longest run of one count; the candidates are evenly spaced in logarithm. */
function longestRun(counts: readonly (number | null)[]): { first: number; last: number } {
  const end = counts.length - 1;
  let longest = { first: end, last: end };
  let length = 0;
  for (let first = 0; first <= end; ) {
    let last = first;
    while (last < end && counts[last + 1] === counts[first]) last += 1;
    if (counts[first] !== null && last - first + 1 > length) {
      longest = { first, last };
      length = last - first + 1;
    }
    first = last + 1;
  }
  return longest;
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
