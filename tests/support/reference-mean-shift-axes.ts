type Axes = readonly ArrayLike<number>[];
type Kernel = 'gaussian' | 'triangular';

/** Where mean shift takes a point, in f64 as one would write it on paper, along any number of axes. */
export function referenceRow(axes: Axes, row: number, kernel: Kernel, bandwidth: number): number[] {
  const [{ length: count }] = axes;
  const pulls = axes.map(() => 0);
  let sum = 0;
  for (let j = 0; j < count; j++) {
    const differences = axes.map((values) => values[j] - values[row]);
    const distance = Math.hypot(...differences) / bandwidth;
    const w =
      kernel === 'gaussian' ? Math.exp(-(distance ** 2) / 2) : distance < 1 ? 1 - distance : 0;
    sum += w;
    differences.forEach((difference, axis) => {
      pulls[axis] += w * difference;
    });
  }
  return pulls.map((pull, axis) => axes[axis][row] + pull / sum);
}

/** One sweep in which batches move one after another and each sees those before it. */
export function referenceSweepOf(
  axes: Axes,
  kernel: Kernel,
  bandwidth: number,
  batch: number,
): Float64Array[] {
  const now = axes.map((values) => Float64Array.from(values));
  const count = now[0].length;
  for (let first = 0; first < count; first += batch) {
    const seen = now.map((values) => values.slice());
    for (let row = first; row < Math.min(first + batch, count); row++) {
      referenceRow(seen, row, kernel, bandwidth).forEach((value, axis) => {
        now[axis][row] = value;
      });
    }
  }
  return now;
}
