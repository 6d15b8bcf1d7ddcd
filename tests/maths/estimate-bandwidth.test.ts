import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../src/base/run-at-once.ts';
import { estimateBandwidth as estimating } from '../../src/maths/estimate-bandwidth.ts';
import { linkClusters } from '../../src/maths/link-clusters.ts';
import { torchRandom } from '../../src/maths/torch-random.ts';
import { referenceSweep } from '../support/reference-mean-shift.ts';

/** Normal blobs, shuffled together. */
function blobs(seed: number, centres: [x: number, y: number, deviation: number, size: number][]) {
  const points = centres.flatMap(([x, y, deviation, size], i) => {
    const normals = torchRandom(seed + i).normals(2 * size);
    return Array.from({ length: size }, (_, row) => ({
      x: x + deviation * normals[2 * row],
      y: y + deviation * normals[2 * row + 1],
    }));
  });
  // 7919 is prime, so this visits every point once.
  return points.map((_, i) => points[(i * 7919) % points.length]);
}

function clustersFound(points: { x: number; y: number }[], kernel: 'gaussian' | 'triangular') {
  const x = points.map((point) => point.x);
  const y = points.map((point) => point.y);
  const bandwidth = estimateBandwidth(x, y, kernel);
  let moved = points;
  for (let step = 0; step < 40; step++)
    moved = referenceSweep(moved, kernel, bandwidth, points.length);
  const { sizes } = linkClusters(
    moved.map((point) => point.x),
    moved.map((point) => point.y),
    bandwidth / 2,
  );
  return sizes.filter((size) => size > 1).length;
}

const estimateBandwidth = (...given: Parameters<typeof estimating>) =>
  runAtOnce(estimating(...given));

describe('the estimated bandwidth', () => {
  const ring = Array.from({ length: 10 }, (_, i): [number, number, number, number] => [
    20 * Math.cos(0.628 * i),
    20 * Math.sin(0.628 * i),
    1,
    12,
  ]);
  const cases: [string, number, ReturnType<typeof blobs>][] = [
    ['one blob', 1, blobs(1, [[3, 4, 2, 60]])],
    [
      'two blobs',
      2,
      blobs(2, [
        [0, 0, 1, 40],
        [10, 0, 1, 40],
      ]),
    ],
    [
      'three unequal blobs',
      3,
      blobs(3, [
        [0, 0, 0.5, 75],
        [10, 0, 1, 25],
        [5, 8, 1.5, 30],
      ]),
    ],
    ['ten blobs in a ring', 10, blobs(4, ring)],
  ];
  for (const [name, clusters, points] of cases) {
    for (const kernel of ['gaussian', 'triangular'] as const) {
      it(`finds ${name} (${kernel})`, () => {
        expect(clustersFound(points, kernel)).toBe(clusters);
      });
    }
  }

  // Half of the points lie in one place; the others are a blob far from it.
  const heap = Array.from({ length: 160 }, () => ({ x: 0, y: 0 }));
  const blob = blobs(6, [[1000, 0, 50, 160]]);
  for (const [order, points] of [
    ['one after the other', [...heap, ...blob]],
    ['in turn', heap.flatMap((point, i) => [point, blob[i]])],
  ] as const) {
    it(`does not depend on rows that come ${order}`, () => {
      expect(clustersFound([...points], 'gaussian')).toBe(2);
    });
  }

  it('is not widened by far outliers', () => {
    const far = [
      { x: 1e6, y: 0 },
      { x: 0, y: -1e5 },
    ];
    const two = blobs(7, [
      [0, 0, 1, 40],
      [12, 0, 1, 40],
    ]);
    expect(clustersFound([...two, ...far], 'gaussian')).toBe(2);
  });

  it('is in the units of the data', () => {
    const points = blobs(5, [
      [0, 0, 1, 30],
      [9, 0, 1, 30],
    ]);
    const estimate = (factor: number) =>
      estimateBandwidth(
        points.map(({ x }) => factor * x),
        points.map(({ y }) => factor * y),
        'gaussian',
      );
    expect(estimate(1024) / estimate(1)).toBeCloseTo(1024, 6);
  });

  it('is a positive number for one point and for points that coincide', () => {
    expect(estimateBandwidth([5], [5], 'gaussian')).toBeGreaterThan(0);
    expect(estimateBandwidth([5, 5, 5], [5, 5, 5], 'gaussian')).toBeGreaterThan(0);
  });
});
