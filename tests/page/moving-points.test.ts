import { describe, expect, it } from 'vitest';
import { createMovingPoints } from '../../src/points/moving-points.ts';
import type { PointCloud } from '../../src/view/point-cloud.ts';

const places = {
  count: 2,
  x: (row: number) => [10, 20][row],
  y: (row: number) => [30, 40][row],
  previousX: (row: number) => [0, 10][row],
  previousY: (row: number) => [10, 0][row],
  entity: (row: number) => row,
};

function open(progress: number) {
  const from: (Float32Array | null)[] = [];
  const cloud = { comeFrom: (it: Float32Array | null) => from.push(it) };
  const moving = createMovingPoints(
    places,
    cloud as Partial<PointCloud> as PointCloud,
    () => progress,
  );
  return { from, moving };
}

describe('points that come from where others stood', () => {
  it('stood where they are shown: between two steps too', () => {
    expect([...open(1).moving.places()]).toEqual([10, 20, 30, 40]);
    expect([...open(0.5).moving.places()]).toEqual([5, 15, 20, 20]);
  });

  it('come from there until they have arrived', () => {
    const { from, moving } = open(1);
    const stood = new Float32Array([1, 2, 3, 4]);
    expect(moving.arrived).toBe(1);
    expect(moving.begin(stood)).toBe(true);
    expect([moving.arrived, from]).toEqual([0, [stood]]);
    moving.arrive(0.5);
    expect([moving.arrived, from]).toEqual([0.5, [stood]]);
    moving.arrive(1);
    expect([moving.arrived, from]).toEqual([1, [stood, null]]);
  });

  it('come from nowhere where there were more or fewer', () => {
    const { from, moving } = open(1);
    for (const length of [0, 2, 6]) expect(moving.begin(new Float32Array(length))).toBe(false);
    expect([moving.arrived, from]).toEqual([1, []]);
  });
});
