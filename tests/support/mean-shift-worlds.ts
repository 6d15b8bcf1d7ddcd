import { query } from 'bitecs';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { scene } from '../../src/scenes/meanshift/scene.ts';
import { enterMeanShift } from '../../src/scenes/meanshift/sim/enter-mean-shift.ts';
import { schedule } from '../../src/scenes/meanshift/sim/schedule.ts';
import type { MeanShiftWorld } from '../../src/systems/meanshift/world.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Mean shift as the page opens it, on the lesson's points. */
export const enterLesson = (backend: Backend, changes: Partial<MeanShiftWorld['values']> = {}) =>
  scene.enter({ ...defaultValues(scene.parameters), ...changes }, backend);

/** Mean shift on points of one's own. */
export function enterPoints(
  backend: Backend,
  points: readonly Place[],
  changes: Partial<MeanShiftWorld['values']> = {},
): Promise<MeanShiftWorld> {
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  const values = { bandwidth: 2.5, kernel: 'gaussian', batch: null, ...changes } as const;
  return enterMeanShift({ values, points: { x, y } }, backend, createScope());
}

export async function takeSteps(world: MeanShiftWorld, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await tick(world, schedule, world.values);
}

/** Where each row's point is, by row. */
export function positionsOf(world: MeanShiftWorld): Place[] {
  const { Position, Row } = world.components;
  const rows: Place[] = [];
  for (const point of query(world, [Position, Row])) {
    rows[Row.index[point]] = { x: Position.x[point], y: Position.y[point] };
  }
  return rows;
}
