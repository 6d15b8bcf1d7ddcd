import { torchRandom } from './torch-random.ts';

export interface LessonClusters {
  /** One coordinate array per axis, float32, `clusters` long. */
  centroids: { x: Float32Array; y: Float32Array };
  /** One coordinate array per axis, float32, `clusters * samples` long, cluster after cluster. */
  points: { x: Float32Array; y: Float32Array };
  /** The cluster each point was drawn from. */
  cluster: Uint32Array;
}

/**
 * The lesson's synthetic data (02_meanshift, "Create data", 37:05): centroids uniform in
 * [-35, 35)², then `samples` normal points around each, with covariance `diag(spread, spread)`.
 * Seed 42 with 6 clusters of 250 and spread 5 gives the notebook's 1,500 points. Yields wherever it
 * can be interrupted.
 */
export function* lessonClusters(options: {
  seed: number;
  clusters: number;
  samples: number;
  /** Variance of a cluster along each axis, in square data units. */
  spread: number;
}): Generator<void, LessonClusters> {
  const { seed, clusters, samples, spread } = options;
  const f32 = Math.fround;
  const random = torchRandom(seed);
  const corners = random.uniforms(clusters * 2);
  const deviation = f32(Math.sqrt(f32(spread)));
  const centroids = { x: new Float32Array(clusters), y: new Float32Array(clusters) };
  const count = clusters * samples;
  const points = { x: new Float32Array(count), y: new Float32Array(count) };
  const cluster = new Uint32Array(count);
  for (let c = 0; c < clusters; c++) {
    centroids.x[c] = f32(corners[2 * c] * 70) - 35;
    centroids.y[c] = f32(corners[2 * c + 1] * 70) - 35;
    let row = c * samples;
    for (const normals of random.normalParts(samples * 2)) {
      for (let at = 0; at < normals.length; at += 2) {
        points.x[row] = f32(normals[at] * deviation) + centroids.x[c];
        points.y[row] = f32(normals[at + 1] * deviation) + centroids.y[c];
        cluster[row] = c;
        row += 1;
      }
      yield;
    }
  }
  return { centroids, points, cluster };
}
