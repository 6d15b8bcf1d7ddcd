import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../src/base/run-at-once.ts';
import { lessonClusters } from '../../src/maths/lesson-clusters.ts';
import { lessonPoints } from '../support/lesson-points.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

interface TorchCase {
  seed: number;
  clusters: number;
  samples: number;
  spread: number;
  centroids: [number, number][];
  rows: number[];
  points: [number, number][];
}

describe('the lesson’s clusters', () => {
  const drawLesson = () =>
    runAtOnce(lessonClusters({ seed: 42, clusters: 6, samples: 250, spread: 5 }));

  it('are the published points, bit for bit', () => {
    const lesson = drawLesson();
    expect(lesson.points.x).toEqual(Float32Array.from(lessonPoints, ({ x }) => x));
    expect(lesson.points.y).toEqual(Float32Array.from(lessonPoints, ({ y }) => y));
    expect([...lesson.cluster]).toEqual(lessonPoints.map(({ cluster }) => cluster));
  });

  it('have the published centroids, bit for bit', () => {
    const lesson = drawLesson();
    const published = fixture('lesson-centroids.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map((cell) => Math.fround(Number(cell))));
    expect([...lesson.centroids.x]).toEqual(published.map(([x]) => x));
    expect([...lesson.centroids.y]).toEqual(published.map(([, y]) => y));
  });

  const { cases } = JSON.parse(fixture('torch-clusters.json')) as { cases: TorchCase[] };
  for (const { centroids, rows, points, ...given } of cases) {
    it(`are torch’s for ${JSON.stringify(given)}`, () => {
      const drawn = runAtOnce(lessonClusters(given));
      expect([...drawn.centroids.x]).toEqual(centroids.map(([x]) => x));
      expect([...drawn.centroids.y]).toEqual(centroids.map(([, y]) => y));
      // From sixteen normals on torch's AVX2 build and the published points round log, sine and
      // cosine differently in about one of fifty values; the sum's last bit is at most 2^-18 here.
      const tolerance = given.samples * 2 < 16 ? 0 : 2 ** -18;
      for (const [i, row] of rows.entries()) {
        expect(Math.abs(drawn.points.x[row] - points[i][0])).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(drawn.points.y[row] - points[i][1])).toBeLessThanOrEqual(tolerance);
      }
    });
  }
});
