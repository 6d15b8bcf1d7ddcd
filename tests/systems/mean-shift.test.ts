import { expect, it } from 'vitest';
import { torchRandom } from '../../src/maths/torch-random.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { enterLesson, enterPoints, positionsOf, takeSteps } from '../support/mean-shift-worlds.ts';

const meanOf = (points: readonly { x: number; y: number }[]) => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

/** The largest distance of a point to the mean of the cluster that it was drawn from. */
function farthest(points: readonly { x: number; y: number }[]): number {
  const distances = [0, 1, 2, 3, 4, 5].map((cluster) => {
    const members = points.filter((_, row) => lessonPoints[row].cluster === cluster);
    const mean = meanOf(members);
    return Math.max(...members.map(({ x, y }) => Math.hypot(x - mean.x, y - mean.y)));
  });
  return Math.max(...distances);
}

describeEachBackend('mean shift', (backend) => {
  it('gathers the lesson’s points into six clusters of 250 near their samples’ means', async () => {
    const world = await enterLesson(backend());
    await takeSteps(world, 5);
    expect(world.clusterSizes).toEqual([250, 250, 250, 250, 250, 250]);
    for (const [row, { x, y }] of positionsOf(world).entries()) {
      const members = lessonPoints.filter(({ cluster }) => cluster === lessonPoints[row].cluster);
      const mean = meanOf(members);
      expect(Math.hypot(x - mean.x, y - mean.y)).toBeLessThan(0.2);
    }
    world.scope.end();
  });

  it('comes to rest at step 6 with 6 clusters, and says so', async () => {
    const world = await enterLesson(backend());
    const rests: boolean[] = [];
    for (let i = 0; i < 6; i++) {
      await takeSteps(world, 1);
      rests.push(world.atRest);
    }
    expect(rests).toEqual([false, false, false, false, false, true]);
    const { summary } = scene.describe(world, { row: null, phase: null });
    expect(summary).toBe('converged at step 6, 6 clusters');
    world.scope.end();
  });

  it('contracts cubically when all points move at once', async () => {
    // From s' = s³/(s² + h²): once s is small, s' = s³/h², so each sweep triples the logarithm of
    // the ratio between one sweep and the next.
    const world = await enterLesson(backend());
    await takeSteps(world, 2);
    const distances = [farthest(positionsOf(world))];
    for (let sweep = 3; sweep <= 4; sweep++) {
      await takeSteps(world, 1);
      distances.push(farthest(positionsOf(world)));
    }
    const [second, third, fourth] = distances;
    const order = Math.log(fourth / third) / Math.log(third / second);
    expect(order).toBeGreaterThan(2.6);
    expect(order).toBeLessThan(3.4);
    world.scope.end();
  });

  it('contracts linearly, by about ten a sweep, when points move in place', async () => {
    const world = await enterLesson(backend(), { batch: 1 });
    await takeSteps(world, 3);
    let before = farthest(positionsOf(world));
    for (let sweep = 4; sweep <= 6; sweep++) {
      await takeSteps(world, 1);
      const after = farthest(positionsOf(world));
      expect(after / before).toBeGreaterThan(0.03);
      expect(after / before).toBeLessThan(0.3);
      before = after;
    }
    world.scope.end();
  });

  it('takes a normal cluster’s deviation s to s³/(s² + h²)', async () => {
    const [deviation, bandwidth, count] = [2, 3, 4000];
    const normals = torchRandom(7).normals(2 * count);
    const points = Array.from({ length: count }, (_, i) => ({
      x: deviation * normals[2 * i],
      y: deviation * normals[2 * i + 1],
    }));
    const world = await enterPoints(backend(), points, { bandwidth });
    await takeSteps(world, 1);
    const moved = positionsOf(world);
    const mean = meanOf(moved);
    const variance = moved.reduce((sum, { x }) => sum + (x - mean.x) ** 2, 0) / count;
    const expected = deviation ** 3 / (deviation ** 2 + bandwidth ** 2);
    // 4,000 samples know their deviation to about one part in ninety.
    expect(Math.sqrt(variance) / expected).toBeGreaterThan(0.95);
    expect(Math.sqrt(variance) / expected).toBeLessThan(1.05);
    world.scope.end();
  });

  it('comes to rest at once where nothing can move', async () => {
    for (const points of [[{ x: 3, y: 4 }], Array.from({ length: 9 }, () => ({ x: 1, y: 1 }))]) {
      const world = await enterPoints(backend(), points);
      await takeSteps(world, 1);
      expect(world.atRest).toBe(true);
      expect(world.clusterSizes).toEqual([points.length]);
      expect(positionsOf(world)).toEqual(points);
      world.scope.end();
    }
  });
});
