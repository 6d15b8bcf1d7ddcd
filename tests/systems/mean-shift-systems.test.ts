import { query } from 'bitecs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { enterMeanShift } from '../../src/scenes/meanshift/sim/enter-mean-shift.ts';
import { schedule } from '../../src/scenes/meanshift/sim/schedule.ts';
import { judgeConvergence } from '../../src/systems/meanshift/judge-convergence.ts';
import { labelClusters } from '../../src/systems/meanshift/label-clusters.ts';
import { measureShift } from '../../src/systems/meanshift/measure-shift.ts';
import { weighNeighbours } from '../../src/systems/meanshift/weigh-neighbours.ts';
import type { Focus } from '../../src/systems/meanshift/world.ts';
import { tick } from '../../src/world/tick.ts';

type Place = readonly [x: number, y: number];

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend('cpu', null, true);
});

async function enter(places: readonly Place[], batch: number | null = null) {
  const x = Float64Array.from(places, ([x]) => x);
  const y = Float64Array.from(places, ([, y]) => y);
  const values = { bandwidth: 2, kernel: 'gaussian', batch } as const;
  const world = await enterMeanShift({ values, points: { x, y } }, backend, createScope());
  const { Position, PreviousPosition, Row, Membership } = world.components;
  const points: number[] = [];
  for (const point of query(world, [Row])) points[Row.index[point]] = point;
  return {
    world,
    points,
    places: () => points.map((it): Place => [Position.x[it], Position.y[it]]),
    previous: () => points.map((it): Place => [PreviousPosition.x[it], PreviousPosition.y[it]]),
    clusters: () => points.map((it) => Membership.cluster[it]),
  };
}

describe('the world is at rest', () => {
  it('after two small steps running, or one in which nothing moves', async () => {
    const { world } = await enter([[0, 0]]);
    const limit = world.tolerance * 2;
    const restsAfter = (...largest: number[]) => {
      const shifts = largest.map((max) => ({ mean: 0, max, takenWith: world.resolved }));
      world.shifts.splice(0, Number.POSITIVE_INFINITY, ...shifts);
      judgeConvergence(world);
      return world.atRest;
    };
    expect(restsAfter(limit)).toBe(false);
    expect(restsAfter(limit, limit)).toBe(true);
    expect(restsAfter(1.01 * limit, limit)).toBe(false);
    expect(restsAfter(limit, 1.01 * limit)).toBe(false);
    expect(restsAfter(0.5 * limit, 1, 0.5 * limit)).toBe(false);
    expect(restsAfter(1, 0.5 * limit, 0.5 * limit)).toBe(true);
    expect(restsAfter(0)).toBe(true);
    expect(restsAfter(1, 0)).toBe(true);
    expect(restsAfter(0, 1)).toBe(false);
    world.scope.end();
  });
});

describe('a step', () => {
  it('is as far as its points moved: their mean, and the farthest', async () => {
    const { world, points } = await enter([
      [0, 0],
      [10, 10],
      [-5, 2],
    ]);
    const { Position, PreviousPosition } = world.components;
    for (const [row, [dx, dy]] of (
      [
        [3, 4],
        [0, 0],
        [-5, 12],
      ] as const
    ).entries()) {
      PreviousPosition.x[points[row]] = Position.x[points[row]] - dx;
      PreviousPosition.y[points[row]] = Position.y[points[row]] - dy;
    }
    measureShift(world);
    const takenWith = { bandwidth: 2, kernel: 'gaussian', batch: 3 };
    expect(world.shifts).toEqual([{ mean: (5 + 0 + 13) / 3, max: 13, takenWith }]);
    world.scope.end();
  });

  it('of two points takes each to their weighted mean, and can be taken back', async () => {
    const begun: readonly Place[] = [
      [0, 1],
      [1, -1],
    ];
    const { world, places, previous } = await enter(begun);
    await tick(world, schedule, world.values);
    // Each weighs 1, the other exp(-d²/(2·2²)) with d² = 5.
    const w = Math.exp(-5 / 8);
    const part = w / (1 + w);
    const moved: readonly Place[] = [
      [part, 1 - 2 * part],
      [1 - part, -1 + 2 * part],
    ];
    for (const [row, [x, y]] of places().entries()) {
      expect(x).toBeCloseTo(moved[row][0], 12);
      expect(y).toBeCloseTo(moved[row][1], 12);
    }
    expect(previous()).toEqual(begun);
    expect(world.shifts).toHaveLength(1);

    const [mirror] = world.mirrors;
    mirror.revertComponents();
    expect(places()).toEqual(begun);
    // On the backend, too: what is fetched afterwards is where they began.
    await world.compute.run([...mirror.revert, ...mirror.fetch]);
    mirror.writeBack();
    expect(places()).toEqual(begun);
    world.scope.end();
  });

  it('in batches lets the second point see where the first has moved', async () => {
    const begun: readonly Place[] = [
      [0, 0],
      [2, 0],
    ];
    const together = await enter(begun, 100);
    const inTurn = await enter(begun, 1);
    for (const { world } of [together, inTurn]) await tick(world, schedule, world.values);
    const w = Math.exp(-4 / 8);
    const first = (2 * w) / (1 + w);
    expect(together.places()[0][0]).toBeCloseTo(first, 12);
    expect(together.places()[1][0]).toBeCloseTo(2 - first, 12);
    const nearer = 2 - first;
    const u = Math.exp((-nearer * nearer) / 8);
    expect(inTurn.places()[0][0]).toBeCloseTo(first, 12);
    expect(inTurn.places()[1][0]).toBeCloseTo(2 - (nearer * u) / (1 + u), 12);
    together.world.scope.end();
    inTurn.world.scope.end();
  });
});

describe('clusters', () => {
  it('are points within the merge radius, the largest first', async () => {
    const { world, clusters } = await enter([
      [50, 50],
      [0, 0],
      [0, 0],
      [0, 0],
      [50, 50],
      [-20, 7],
    ]);
    labelClusters(world);
    expect(clusters()).toEqual([1, 0, 0, 0, 1, 2]);
    expect(world.clusterSizes).toEqual([3, 2, 1]);
    world.scope.end();
  });

  it('reach as far as the merge radius in bandwidths', async () => {
    const apart = async (distance: number) => {
      const { world } = await enter([[0, 0]]);
      const reach = world.mergeRadius * world.values.bandwidth;
      world.scope.end();
      const two = await enter([
        [0, 0],
        [distance * reach, 0],
      ]);
      labelClusters(two.world);
      two.world.scope.end();
      return two.world.clusterSizes;
    };
    expect(await apart(0.99)).toEqual([2]);
    expect(await apart(1.01)).toEqual([1, 1]);
  });
});

const unknown = () => Number.NaN;
const focusOn = (row: number): Focus => ({
  row,
  entity: null,
  heavy: 0,
  medianDistance: unknown,
  shift: undefined,
  bandwidth: 2,
  kernel: 'gaussian',
  weightSum: 0,
  pullX: 0,
  pullY: 0,
  meanX: 0,
  meanY: 0,
});

describe('the point that is looked at', () => {
  it('weighs its neighbours by their distance, and knows where they pull it', async () => {
    const { world, points } = await enter([
      [1, 1],
      [4, 5],
      [1, -1],
    ]);
    const { Influence } = world.components;
    const focus = focusOn(0);
    world.focus = focus;
    weighNeighbours(world);
    // Distances 0, 5 and 2 at a bandwidth of 2.
    const weights = [1, Math.exp(-25 / 8), Math.exp(-4 / 8)];
    expect(points.map((it) => Influence.distance[it])).toEqual([0, 5, 2]);
    for (const [row, it] of points.entries()) {
      expect(Influence.weight[it]).toBeCloseTo(weights[row], 12);
    }
    const sum = weights[0] + weights[1] + weights[2];
    expect(focus.weightSum).toBeCloseTo(sum, 12);
    expect(focus.entity).toBe(points[0]);
    // e^(-25/8) is 4.4 %.
    expect(focus.heavy).toBe(3);
    expect(focus.medianDistance()).toBe(2);
    expect(focus.pullX).toBeCloseTo(3 * weights[1], 12);
    expect(focus.pullY).toBeCloseTo(4 * weights[1] - 2 * weights[2], 12);
    expect(focus.meanX).toBeCloseTo(1 + (3 * weights[1]) / sum, 12);
    expect(focus.meanY).toBeCloseTo(1 + (4 * weights[1] - 2 * weights[2]) / sum, 12);
    world.scope.end();
  });

  it('is none where nothing is looked at, or a row that is not there', async () => {
    const { world, points } = await enter([
      [1, 1],
      [4, 5],
    ]);
    const { Influence } = world.components;
    world.focus = null;
    weighNeighbours(world);
    const focus = focusOn(9);
    world.focus = focus;
    weighNeighbours(world);
    expect(focus).toEqual(focusOn(9));
    expect(points.map((it) => Influence.distance[it])).toEqual([0, 0]);
    world.scope.end();
  });
});
