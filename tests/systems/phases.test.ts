import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { schedule } from '../../src/scenes/meanshift/sim/schedule.ts';
import type { MeanShiftWorld } from '../../src/systems/meanshift/world.ts';
import { lookAt } from '../../src/world/look-at.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { referenceMean } from '../support/reference-mean-shift.ts';

/** Each row's point, as an entity. */
function entities(world: MeanShiftWorld): number[] {
  const { Row } = world.components;
  const rows: number[] = [];
  for (const point of query(world, [Row])) rows[Row.index[point]] = point;
  return rows;
}

describeEachBackend('the phases of a step', (backend) => {
  for (const kernel of ['gaussian', 'triangular'] as const) {
    it(`are the lesson's arithmetic for the point that is looked at (${kernel})`, async () => {
      const values = { ...defaultValues(scene.parameters), kernel, bandwidth: 4 };
      const world = await scene.enter(values, backend());
      const { Position, Influence } = world.components;
      const row = 700;
      lookAt(world, scene.schedule, { row, isComing: false });
      const points = entities(world);
      const from = lessonPoints[row];
      let weightSum = 0;
      for (const [other, { x, y }] of lessonPoints.entries()) {
        const distance = Math.hypot(x - from.x, y - from.y);
        const expected =
          kernel === 'gaussian'
            ? Math.exp(-0.5 * (distance / 4) ** 2)
            : Math.max(1 - distance / 4, 0);
        expect(Influence.distance[points[other]]).toBeCloseTo(distance, 10);
        expect(Influence.weight[points[other]]).toBeCloseTo(expected, 10);
        weightSum += expected;
      }
      const mean = referenceMean(from, lessonPoints, kernel, 4);
      const { focus } = world;
      expect(focus?.weightSum).toBeCloseTo(weightSum, 8);
      expect(focus?.meanX).toBeCloseTo(mean.x, 8);
      expect(focus?.meanY).toBeCloseTo(mean.y, 8);

      // Divided, the sum is where the step really takes the point.
      await tick(world, schedule, world.values);
      const gap = Math.hypot(Position.x[points[row]] - mean.x, Position.y[points[row]] - mean.y);
      expect(gap / 4).toBeLessThan(1e-5);
      world.scope.end();
    });
  }

  it('are counted and sorted once, however often they are looked at', async () => {
    const world = await scene.enter(defaultValues(scene.parameters), backend());
    const look = (phase: number | null) => {
      lookAt(world, scene.schedule, { row: 700, isComing: false });
      return scene.describe(world, { row: 700, phase }).focus;
    };
    const first = look(0);
    const { Influence } = world.components;
    const apart = entities(world).map((point) => Influence.distance[point]);
    expect(first?.medianDistance).toBe(apart.sort((a, b) => a - b)[750]);
    expect(first?.heavy).toBeGreaterThan(1);
    // Whatever is read of them from now on would be noticed.
    Influence.weight.fill(0);
    Influence.distance.fill(0);
    expect(look(0)).toEqual(first);
    expect(look(null)).toEqual({ ...first, medianDistance: null });
    world.scope.end();
  });

  it('begin at a point that shows them well, when none was picked', async () => {
    const world = await scene.enter(defaultValues(scene.parameters), backend());
    const row = scene.defaultFocus?.(world) ?? -1;
    expect(lessonPoints[row].cluster).toBe(0);
    lookAt(world, scene.schedule, { row, isComing: false });
    const from = lessonPoints[row];
    const shift = Math.hypot(
      (world.focus?.meanX ?? 0) - from.x,
      (world.focus?.meanY ?? 0) - from.y,
    );
    expect(shift).toBeGreaterThan(1);
    world.scope.end();
  });
});
