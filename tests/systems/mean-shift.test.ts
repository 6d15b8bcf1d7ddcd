import { addComponents, addEntity, Not, query, removeEntity } from 'bitecs';
import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { torchRandom } from '../../src/maths/torch-random.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { enterMeanShift } from '../../src/scenes/meanshift/sim/enter-mean-shift.ts';
import { schedule } from '../../src/scenes/meanshift/sim/schedule.ts';
import type { MeanShiftWorld } from '../../src/systems/meanshift/world.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { retakeTick, tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';

const gaussian = { bandwidth: 2.5, kernel: 'gaussian', batch: null } as const;

const enterLesson = (backend: Backend, changes: Partial<MeanShiftWorld['values']> = {}) =>
  scene.enter({ ...defaultValues(scene.parameters), ...changes } as never, backend);

function enterPoints(backend: Backend, points: readonly { x: number; y: number }[], values = {}) {
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  return enterMeanShift(
    { values: { ...gaussian, ...values }, points: { x, y } },
    backend,
    createScope(),
  );
}

async function step(world: MeanShiftWorld, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await tick(world, schedule, world.values);
}

/** Where each row's point is, by row. */
function positions(world: MeanShiftWorld): { x: number; y: number }[] {
  const { Position, Row } = world.components;
  const rows: { x: number; y: number }[] = [];
  for (const point of query(world, [Position, Row])) {
    rows[Row.index[point]] = { x: Position.x[point], y: Position.y[point] };
  }
  return rows;
}

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
    await step(world, 5);
    expect(world.clusterSizes).toEqual([250, 250, 250, 250, 250, 250]);
    for (const [row, { x, y }] of positions(world).entries()) {
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
      await step(world, 1);
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
    await step(world, 2);
    const distances = [farthest(positions(world))];
    for (let sweep = 3; sweep <= 4; sweep++) {
      await step(world, 1);
      distances.push(farthest(positions(world)));
    }
    const [second, third, fourth] = distances;
    const order = Math.log(fourth / third) / Math.log(third / second);
    expect(order).toBeGreaterThan(2.6);
    expect(order).toBeLessThan(3.4);
    world.scope.end();
  });

  it('contracts linearly, by about ten a sweep, when points move in place', async () => {
    const world = await enterLesson(backend(), { batch: 1 });
    await step(world, 3);
    let before = farthest(positions(world));
    for (let sweep = 4; sweep <= 6; sweep++) {
      await step(world, 1);
      const after = farthest(positions(world));
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
    await step(world, 1);
    const moved = positions(world);
    const mean = meanOf(moved);
    const variance = moved.reduce((sum, { x }) => sum + (x - mean.x) ** 2, 0) / count;
    const expected = deviation ** 3 / (deviation ** 2 + bandwidth ** 2);
    // 4,000 samples know their deviation to about one part in ninety.
    expect(Math.sqrt(variance) / expected).toBeGreaterThan(0.95);
    expect(Math.sqrt(variance) / expected).toBeLessThan(1.05);
    world.scope.end();
  });

  it('gives the same positions for the same seed, values and step', async () => {
    const worlds = await Promise.all([enterLesson(backend()), enterLesson(backend())]);
    for (const world of worlds) await step(world, 3);
    expect(positions(worlds[0])).toEqual(positions(worlds[1]));
    for (const world of worlds) world.scope.end();
  });

  it('keeps each point with its row, whatever order a query has', async () => {
    const points = [
      { x: 0, y: 0 },
      { x: 2000, y: 0 },
      { x: 4000, y: 0 },
      { x: 6000, y: 0 },
    ];
    const world = await enterPoints(backend(), points);
    const { Position, PreviousPosition, Row, Membership } = world.components;
    // Removal moves the last entity of a query into the gap; a new one takes the freed id.
    const [, second] = query(world, [Row]);
    removeEntity(world, second);
    query(world, [Row]);
    const replacement = addEntity(world);
    addComponents(world, replacement, Position, PreviousPosition, Row, Membership);
    Row.index[replacement] = 1;
    Position.x[replacement] = 2000;
    expect([...query(world, [Row])].map((point) => Row.index[point])).not.toEqual([0, 1, 2, 3]);
    await step(world, 1);
    expect(positions(world)).toEqual(points);
    world.scope.end();
  });

  it('lets two worlds live side by side', async () => {
    const left = await enterPoints(backend(), [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ]);
    const right = await enterPoints(backend(), [
      { x: 5, y: 5 },
      { x: 5, y: 6 },
      { x: 9, y: 9 },
    ]);
    await step(left, 1);
    expect(positions(right)).toEqual([
      { x: 5, y: 5 },
      { x: 5, y: 6 },
      { x: 9, y: 9 },
    ]);
    expect(positions(left)[0].x).toBeGreaterThan(0);
    left.scope.end();
    await step(right, 1);
    expect(right.step).toBe(1);
    right.scope.end();
  });

  it('takes a step again with another bandwidth as if it had been taken with it at once', async () => {
    const world = await enterLesson(backend(), { bandwidth: 2.5 });
    await step(world, 2);
    const wider = { ...world.values, bandwidth: 6 };
    await retakeTick(world, schedule, wider);
    const fresh = await enterLesson(backend(), { bandwidth: 2.5 });
    await step(fresh, 1);
    await tick(fresh, schedule, wider);
    expect(positions(world)).toEqual(positions(fresh));
    expect(world.step).toBe(2);
    expect(world.shifts).toEqual(fresh.shifts);
    world.scope.end();
    fresh.scope.end();
  });

  it('lets go of a step that is under way when it ends', async () => {
    const world = await enterLesson(backend());
    const underWay = tick(world, schedule, world.values);
    const before = positions(world);
    await backend().run([]);
    world.scope.end();
    await underWay;
    expect(world.step === 0 ? positions(world) : before).toEqual(before);
  });

  it('comes to rest at once where nothing can move', async () => {
    for (const points of [[{ x: 3, y: 4 }], Array.from({ length: 9 }, () => ({ x: 1, y: 1 }))]) {
      const world = await enterPoints(backend(), points);
      await step(world, 1);
      expect(world.atRest).toBe(true);
      expect(world.clusterSizes).toEqual([points.length]);
      expect(positions(world)).toEqual(points);
      world.scope.end();
    }
  });

  it('makes the true centroids entities without a row', async () => {
    const world = await enterLesson(backend());
    const { Position, Source, Row } = world.components;
    const centroids = [...query(world, [Position, Source, Not(Row)])];
    expect(centroids.map((centroid) => Source.cluster[centroid])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(Position.x[centroids[0]]).toBeCloseTo(26.75885, 5);
    expect(Position.y[centroids[0]]).toBeCloseTo(29.050278, 5);
    world.scope.end();
  });
});

describe('what a world leaves behind', () => {
  it('destroys every buffer that it made', async () => {
    const { createCpuBackend } = await import('../../src/gpu/cpu-backend.ts');
    const compute = createCpuBackend('a test');
    const alive = new Set<string>();
    const counting: Backend = {
      ...compute,
      createBuffer(label, element, length) {
        const buffer = compute.createBuffer(label, element, length);
        alive.add(label);
        return Object.assign(buffer, {
          destroy: ((destroy) => () => {
            alive.delete(label);
            destroy();
          })(buffer.destroy),
        });
      },
    };
    const world = await enterLesson(counting);
    await step(world, 1);
    expect(alive.size).toBe(3);
    world.scope.end();
    expect(alive.size).toBe(0);
  });
});
