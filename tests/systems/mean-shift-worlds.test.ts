import { addComponents, addEntity, Not, query, removeEntity } from 'bitecs';
import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { schedule } from '../../src/scenes/meanshift/sim/schedule.ts';
import { retakeTick, tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { enterLesson, enterPoints, positionsOf, takeSteps } from '../support/mean-shift-worlds.ts';

describeEachBackend('a world of mean shift', (backend) => {
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
    await takeSteps(world, 1);
    expect(positionsOf(world)).toEqual(points);
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
    await takeSteps(left, 1);
    expect(positionsOf(right)).toEqual([
      { x: 5, y: 5 },
      { x: 5, y: 6 },
      { x: 9, y: 9 },
    ]);
    expect(positionsOf(left)[0].x).toBeGreaterThan(0);
    left.scope.end();
    await takeSteps(right, 1);
    expect(right.step).toBe(1);
    right.scope.end();
  });

  it('takes a step again with another bandwidth as if it had been taken with it at once', async () => {
    const world = await enterLesson(backend(), { bandwidth: 2.5 });
    await takeSteps(world, 2);
    const wider = { ...world.values, bandwidth: 6 };
    await retakeTick(world, schedule, wider);
    const fresh = await enterLesson(backend(), { bandwidth: 2.5 });
    await takeSteps(fresh, 1);
    await tick(fresh, schedule, wider);
    expect(positionsOf(world)).toEqual(positionsOf(fresh));
    expect(world.step).toBe(2);
    expect(world.shifts).toEqual(fresh.shifts);
    world.scope.end();
    fresh.scope.end();
  });

  it('lets go of a step that is under way when it ends', async () => {
    const world = await enterLesson(backend());
    const underWay = tick(world, schedule, world.values);
    const before = positionsOf(world);
    await backend().run([]);
    world.scope.end();
    await underWay;
    expect(world.step === 0 ? positionsOf(world) : before).toEqual(before);
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

  it('gives the same positions for the same seed, values and step', async () => {
    const worlds = await Promise.all([enterLesson(backend()), enterLesson(backend())]);
    for (const world of worlds) await takeSteps(world, 3);
    expect(positionsOf(worlds[0])).toEqual(positionsOf(worlds[1]));
    for (const world of worlds) world.scope.end();
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
    await takeSteps(world, 1);
    expect(alive.size).toBe(4);
    world.scope.end();
    expect(alive.size).toBe(0);
  });
});
