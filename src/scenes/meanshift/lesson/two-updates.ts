import { query } from 'bitecs';
import { runAtOnce } from '../../../base/run-at-once.ts';
import { inScope, type Scope } from '../../../base/scope.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { lessonClusters } from '../../../maths/lesson-clusters.ts';
import { tick } from '../../../world/tick.ts';
import { enterMeanShift } from '../sim/enter-mean-shift.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { schedule } from '../sim/schedule.ts';
import { asInTheLesson } from './as-in-the-lesson.ts';

/** One way of updating, in a world of its own. */
export interface Update {
  readonly name: string;
  readonly world: SceneWorld;
  /** After each sweep, from 0 on: the largest distance of a point to its cluster's mean, in data units. */
  readonly distances: readonly number[];
}

/** The lesson's points twice: moved in place, and all at once. */
export interface TwoUpdates {
  readonly updates: readonly Update[];
  /** Takes one sweep in both. */
  sweep(): Promise<void>;
  dispose(): void;
}

export const createTwoUpdates = (compute: Backend): Promise<TwoUpdates> =>
  inScope((scope) => makeTwoUpdates(compute, scope));

async function makeTwoUpdates(compute: Backend, scope: Scope): Promise<TwoUpdates> {
  const { points, cluster } = runAtOnce(lessonClusters(asInTheLesson));
  const enter = async (name: string, batch: number | null) => {
    const values = { ...asInTheLesson, batch };
    const world = (await enterMeanShift(
      { values, points, sources: cluster },
      compute,
      scope,
    )) as SceneWorld;
    return { name, world, distances: [farthestFromMean(world)] };
  };
  const updates = [await enter('in place', 1), await enter('all at once', null)];
  return {
    updates,
    async sweep() {
      for (const { world, distances } of updates) {
        await tick(world, schedule, world.values);
        if (scope.ended) return;
        distances.push(farthestFromMean(world));
      }
    },
    dispose: scope.end,
  };
}

/** The largest distance of a point to the mean of those that it was drawn with. */
function farthestFromMean(world: SceneWorld): number {
  const { Position, Source, Row } = world.components;
  const points = query(world, [Position, Source, Row]);
  const sums = new Map<number, { x: number; y: number; count: number }>();
  for (const point of points) {
    const sum = sums.get(Source.cluster[point]) ?? { x: 0, y: 0, count: 0 };
    sum.x += Position.x[point];
    sum.y += Position.y[point];
    sum.count += 1;
    sums.set(Source.cluster[point], sum);
  }
  let farthest = 0;
  for (const point of points) {
    const sum = sums.get(Source.cluster[point]);
    if (!sum) continue;
    const dx = Position.x[point] - sum.x / sum.count;
    const dy = Position.y[point] - sum.y / sum.count;
    farthest = Math.max(farthest, Math.hypot(dx, dy));
  }
  return farthest;
}
