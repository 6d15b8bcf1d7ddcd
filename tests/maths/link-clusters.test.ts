import { describe, expect, it } from 'vitest';
import { linkClusters } from '../../src/maths/link-clusters.ts';

describe('linked clusters', () => {
  it('join chains of neighbours, and nothing further than the radius', () => {
    const { labels, sizes } = linkClusters([0, 0.9, 1.8, 2.7, 4], [0, 0, 0, 0, 0], 1);
    expect([...labels]).toEqual([0, 0, 0, 0, 1]);
    expect(sizes).toEqual([4, 1]);
  });

  it('reach exactly as far as the radius, in every direction', () => {
    for (let degrees = 0; degrees < 360; degrees += 7) {
      const [dx, dy] = [Math.cos(degrees), Math.sin(degrees)];
      expect(linkClusters([0, 0.999 * dx], [0, 0.999 * dy], 1).sizes).toEqual([2]);
      expect(linkClusters([0, 1.001 * dx], [0, 1.001 * dy], 1).sizes).toEqual([1, 1]);
    }
  });

  it('are numbered by size, largest first, ties by first appearance', () => {
    const { labels, sizes } = linkClusters([9, 5, 0, 0, 5, 7, 0], [0, 0, 0, 0, 0, 0, 0], 0.5);
    expect([...labels]).toEqual([2, 1, 0, 0, 1, 3, 0]);
    expect(sizes).toEqual([3, 2, 1, 1]);
  });

  it('hold many coincident points in one', () => {
    const zeros = new Float64Array(100_000);
    expect(linkClusters(zeros, zeros, 1e-3).sizes).toEqual([100_000]);
  });

  it('keep distinct points apart however tiny the radius is', () => {
    expect(linkClusters([1, 2, 2], [0, 0, 0], 1e-320).sizes).toEqual([2, 1]);
  });

  it('join everything when the radius is huge', () => {
    expect(linkClusters([-1e9, 0, 1e9], [0, 1, 2], 1e300).sizes).toEqual([3]);
  });
});
