/**
 * Mean shift in f64 as one would write it on paper, and nothing shared with the code under test.
 */
export interface ReferencePoint {
  x: number;
  y: number;
}

export function referenceMean(
  at: ReferencePoint,
  points: readonly ReferencePoint[],
  kernel: 'gaussian' | 'triangular',
  bandwidth: number,
): ReferencePoint {
  let sum = 0;
  let x = 0;
  let y = 0;
  for (const point of points) {
    const distance = Math.hypot(point.x - at.x, point.y - at.y) / bandwidth;
    const w =
      kernel === 'gaussian' ? Math.exp(-(distance ** 2) / 2) : distance < 1 ? 1 - distance : 0;
    sum += w;
    x += w * (point.x - at.x);
    y += w * (point.y - at.y);
  }
  return { x: at.x + x / sum, y: at.y + y / sum };
}

/** One sweep in which batches run one after another and each sees those before it. */
export function referenceSweep(
  points: readonly ReferencePoint[],
  kernel: 'gaussian' | 'triangular',
  bandwidth: number,
  batch: number,
): ReferencePoint[] {
  let now = [...points];
  for (let first = 0; first < points.length; first += batch) {
    const seen = now;
    now = seen.map((point, i) =>
      i >= first && i < first + batch ? referenceMean(point, seen, kernel, bandwidth) : point,
    );
  }
  return now;
}
