import type { Scope } from '../../../base/scope.ts';
import { addEntities } from '../../../components/add-entities.ts';
import { rowNumbers } from '../../../components/row-numbers.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { checkBatches } from '../../../gpu/meanshift/check-batches.ts';
import { createMeanShift, type Points } from '../../../gpu/meanshift/mean-shift.ts';
import { labelClusters } from '../../../systems/meanshift/label-clusters.ts';
import {
  type MeanShiftValues,
  type MeanShiftWorld,
  meanShiftComponents,
} from '../../../systems/meanshift/world.ts';
import { createMirror } from '../../../world/create-mirror.ts';
import { mirroredPlaces } from '../../../world/mirrored-places.ts';
import { openWorld } from '../../../world/open-world.ts';
import type { World } from '../../../world/world.ts';
import { defaultConvergence } from './default-convergence.ts';
import { resolveMeanShift } from './resolve-mean-shift.ts';

export interface MeanShiftStart<V extends MeanShiftValues> {
  readonly values: V;
  /** n >= 1 points, in the world's units. */
  readonly points: Points;
  /** The cluster each point was drawn from, where that is known. */
  readonly sources?: ArrayLike<number>;
  /** The true centroids, where they are known. */
  readonly centroids?: Points;
  /** In bandwidths; the default if not given. */
  readonly tolerance?: number;
  /** In bandwidths; the default if not given. */
  readonly mergeRadius?: number;
}

/** Makes a world in which these points are entities, ready for their first step. */
export async function enterMeanShift<V extends MeanShiftWorld['values']>(
  start: MeanShiftStart<V>,
  compute: Backend,
  scope: Scope,
): Promise<MeanShiftWorld & World<V>> {
  const { values, points, sources, centroids } = start;
  const { tolerance, mergeRadius } = { ...defaultConvergence, ...start };
  const count = points.x.length;
  checkBatches(count, values.batch);
  const meanShift = await createMeanShift(compute, scope, [points.x, points.y]);
  const resolve = (given: V) => resolveMeanShift(given, count);
  const world: MeanShiftWorld & World<V> = openWorld({
    values,
    resolved: resolve(values),
    resolve,
    compute,
    scope,
    components: meanShiftComponents,
    capacity: count + (centroids?.x.length ?? 0),
    own: { tolerance, mergeRadius, meanShift, shifts: [], clusterSizes: [], focus: null },
  });
  await addEntities(world, count, {
    Position: points,
    PreviousPosition: points,
    Row: { index: rowNumbers(count) },
    Membership: {},
    Influence: {},
    ...(sources ? { Source: { cluster: sources } } : {}),
  });
  if (centroids) {
    const clusters = centroids.x.length;
    await addEntities(world, clusters, {
      Position: centroids,
      Source: { cluster: rowNumbers(clusters) },
    });
  }
  mirrorPositions(world);
  labelClusters(world);
  return world;
}

function mirrorPositions(world: MeanShiftWorld): void {
  const { Position, PreviousPosition, Row } = world.components;
  const { positions, previous } = world.meanShift;
  world.mirrors.push(
    createMirror(world, {
      buffer: positions,
      previous,
      components: [Position, PreviousPosition, Row],
      row: Row.index,
      fields: mirroredPlaces(Position, PreviousPosition),
    }),
  );
}
