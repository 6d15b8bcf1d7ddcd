import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../src/base/run-at-once.ts';
import { estimateBandwidth } from '../../src/maths/estimate-bandwidth.ts';
import { referenceClusters } from '../support/reference-clusters.ts';
import { type ReferencePoint, referenceSweep } from '../support/reference-mean-shift.ts';

type Points = readonly ReferencePoint[];
const heap = (count: number, x: number, y = 0): Points =>
  Array.from({ length: count }, () => ({ x, y }));
const run = (points: Points, kernel: 'gaussian' | 'triangular' = 'gaussian') =>
  estimateBandwidth(
    points.map(({ x }) => x),
    points.map(({ y }) => y),
    kernel,
  );
const estimate = (...given: Parameters<typeof run>) => runAtOnce(run(...given));

/**
 * Where every candidate finds the same clusters, the estimate is the middle of the first and the last:
 * 0.04 and 1.1 times the deviation per axis.
 */
const middle = (deviation: number) => deviation * Math.sqrt(0.04 * 1.1);
/** The deviation per axis of a part p of the points that lies 1 from the others. */
const ofParts = (p: number) => Math.sqrt((p * (1 - p)) / 2);

describe('the estimated bandwidth where all candidates agree', () => {
  it('is the middle of them, in whatever direction, wherever, and in whatever unit', () => {
    const found = middle(ofParts(3 / 50));
    expect(estimate([...heap(47, 0), ...heap(3, 1)])).toBeCloseTo(found, 12);
    expect(estimate([...heap(47, 3, 7), ...heap(3, 3, 8)])).toBeCloseTo(found, 12);
    expect(estimate([...heap(3, -0.6, 0.8), ...heap(47, 0)])).toBeCloseTo(found, 12);
    expect(estimate([...heap(47, 0), ...heap(3, 2 ** 20)]) / 2 ** 20).toBeCloseTo(found, 12);
  });

  it('spreads as far by the cone as by the gaussian', () => {
    // The deviation per axis of the cone is sqrt(3/20) of its reach.
    const points = [...heap(47, 0), ...heap(3, 1)];
    expect(estimate(points, 'triangular') / estimate(points)).toBeCloseTo(Math.sqrt(20 / 3), 12);
  });

  it('counts no outliers: of more than fifty points, the furthest hundredth on each side', () => {
    const far = [...heap(1, 1e6), ...heap(1, -1e6)];
    const found = (zeros: number, ones: number) =>
      estimate([...heap(zeros, 0), ...heap(ones, 1), ...far]);
    expect(found(46, 3)).toBeCloseTo(middle(ofParts(3 / 49)), 9);
    expect(found(57, 3)).toBeCloseTo(middle(ofParts(3 / 60)), 9);
    // Two on each side, of more than a hundred: beside the far ones a 0 and a 1.
    expect(found(97, 6)).toBeCloseTo(middle(ofParts(5 / 101)), 9);
    // Of fifty, none.
    expect(found(48, 0)).toBeCloseTo(middle(Math.sqrt(2e12 / 50 / 2)), 0);
  });

  it('counts them where without them there is nothing', () => {
    const beside = [...heap(1, 1), ...heap(1, -1)];
    expect(estimate([...heap(100, 0), ...beside])).toBeCloseTo(middle(Math.sqrt(2 / 102 / 2)), 12);
  });

  it('is 1 where all points coincide', () => {
    expect(estimate(heap(1, 5, 3))).toBe(1);
    expect(estimate(heap(70, 5, 3))).toBe(1);
  });

  it('is of three hundred rows, none of them twice', () => {
    // Three are cut on each side.
    const drawn = (ones: number) => middle(ofParts((ones - 3) / 294));
    expect(estimate([...heap(285, 0), ...heap(15, 1)])).toBeCloseTo(drawn(15), 12);
    // One of 301 is left out, and all the others are there.
    const found = estimate([...heap(285, 0), ...heap(16, 1)]);
    expect([15, 16].some((ones) => Math.abs(drawn(ones) - found) < 1e-12)).toBe(true);
    // Of a thousand as many are drawn as a sample has, whichever come first.
    for (const points of [
      [...heap(950, 0), ...heap(50, 1)],
      [...heap(50, 1), ...heap(950, 0)],
    ]) {
      const part = (1 - Math.sqrt(1 - 8 * (estimate(points) / middle(1)) ** 2)) / 2;
      const ones = 3 + 294 * part;
      expect(ones).toBeCloseTo(Math.round(ones), 6);
      // Fifteen are expected, with a deviation of 3.2.
      expect(Math.abs(ones - 15)).toBeLessThan(4 * 3.2);
    }
  });

  it('can be interrupted after each sweep, of which points at rest need one a candidate', () => {
    // 6.5 of the widest bandwidths apart, where nothing weighs anything.
    const stepping = run([...heap(48, 0), ...heap(2, 1)]);
    let sweeps = 0;
    while (!stepping.next().done) sweeps += 1;
    expect(sweeps).toBe(22);
  });
});

/** Fukunaga's criterion as one would write it on paper. */
function byTheCriterion(points: Points, cut: number): number {
  const deviation = (pick: (point: ReferencePoint) => number) => {
    const central = points
      .map(pick)
      .toSorted((a, b) => a - b)
      .slice(cut, points.length - cut);
    const mean = central.reduce((sum, it) => sum + it) / central.length;
    return central.reduce((sum, it) => sum + (it - mean) ** 2, 0) / central.length;
  };
  const spread = Math.sqrt((deviation(({ x }) => x) + deviation(({ y }) => y)) / 2);
  const tried = Array.from({ length: 22 }, (_, i) => {
    const bandwidth = spread * 0.04 * 27.5 ** (i / 21);
    let now = [...points];
    for (let step = 0; step < 60; step++) {
      const next = referenceSweep(now, 'gaussian', bandwidth, points.length);
      const moved = next.map(({ x, y }, at) => Math.hypot(x - now[at].x, y - now[at].y));
      now = next;
      if (Math.max(...moved) < 1e-3 * bandwidth) break;
    }
    const { sizes } = referenceClusters(
      now.map(({ x }) => x),
      now.map(({ y }) => y),
      bandwidth / 2,
    );
    const large = sizes.filter((size) => size >= Math.max(2, points.length / 100));
    return { bandwidth, clusters: large.length, held: large.reduce((sum, it) => sum + it, 0) };
  });
  const most = Math.max(...tried.map(({ held }) => held));
  let longest: typeof tried = [];
  for (let first = 0; first < tried.length; first++) {
    let end = first;
    const serves = (at: number) =>
      tried[at]?.held >= 0.98 * most && tried[at].clusters === tried[first].clusters;
    while (serves(end)) end += 1;
    if (end - first > longest.length) longest = tried.slice(first, end);
  }
  return Math.sqrt(longest[0].bandwidth * longest[longest.length - 1].bandwidth);
}

describe('the estimated bandwidth is what the criterion gives', () => {
  // The golden angle's spirals around some centres: clouds without any library.
  const cloud = (count: number, x: number, y: number, radius: number): Points =>
    Array.from({ length: count }, (_, i) => ({
      x: x + radius * Math.sqrt(i / count) * Math.cos(2.399963 * i),
      y: y + radius * Math.sqrt(i / count) * Math.sin(2.399963 * i),
    }));
  it.each<readonly [string, Points, number]>([
    ['two clouds', [...cloud(12, 0, 0, 1), ...cloud(9, 6, 2, 1)], 0],
    [
      'three of several sizes',
      [...cloud(14, 0, 0, 2), ...cloud(8, 9, 0, 1), ...cloud(6, 4, 8, 0.5)],
      0,
    ],
    ['a cloud and far points', [...cloud(20, 0, 0, 1), ...heap(1, 30, 0), ...heap(1, 0, -40)], 0],
    ['sixty points', [...cloud(30, 0, 0, 1), ...cloud(29, 7, 1, 1), ...heap(1, 90, 0)], 1],
    ['one cloud', cloud(25, 3, 3, 1), 0],
  ])('%s', (_, points, cut) => {
    expect(estimate(points) / byTheCriterion(points, cut)).toBeCloseTo(1, 9);
  });
});
