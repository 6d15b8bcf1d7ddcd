import { addComponents, addEntity, createWorld } from 'bitecs';
import { inSlices } from '../../base/in-slices.ts';
import { inScope, type Scope } from '../../base/scope.ts';
import { createInfluence } from '../../components/influence.ts';
import { createMembership } from '../../components/membership.ts';
import { createPosition } from '../../components/position.ts';
import { createPreviousPosition } from '../../components/previous-position.ts';
import { createRow } from '../../components/row.ts';
import { createSource } from '../../components/source.ts';
import type { Backend } from '../../gpu/backend.ts';
import { createMeanShift, type Points } from '../../gpu/mean-shift/mean-shift.ts';
import { labelClusters } from '../../systems/mean-shift/label-clusters.ts';
import type { MeanShiftComponents, MeanShiftWorld } from '../../systems/mean-shift/world.ts';

export interface MeanShiftStart {
  readonly values: MeanShiftWorld['values'];
  /** n >= 1 points, in the world's units. */
  readonly points: Points;
  /** The cluster each point was drawn from, where that is known. */
  readonly sources?: ArrayLike<number>;
  /** The true centroids, where they are known. */
  readonly centroids?: Points;
  /** In bandwidths; 1e-3 if not given. */
  readonly tolerance?: number;
  /** In bandwidths; 0.5 if not given. */
  readonly mergeRadius?: number;
}

/** Makes a world in which these points are entities, ready for their first step. */
export const enterMeanShift = (start: MeanShiftStart, compute: Backend): Promise<MeanShiftWorld> =>
  inScope((scope) => makeWorld(start, compute, scope));

async function makeWorld(
  start: MeanShiftStart,
  compute: Backend,
  scope: Scope,
): Promise<MeanShiftWorld> {
  const { values, points, sources, centroids, tolerance = 1e-3, mergeRadius = 0.5 } = start;
  const capacity = points.x.length + (centroids?.x.length ?? 0);
  const components: MeanShiftComponents = {
    Position: createPosition(capacity),
    PreviousPosition: createPreviousPosition(capacity),
    Row: createRow(capacity),
    Source: createSource(capacity),
    Membership: createMembership(capacity),
    Influence: createInfluence(capacity),
  };
  const world = createWorld<MeanShiftWorld>({
    values,
    compute,
    scope,
    components,
    tolerance,
    mergeRadius,
    meanShift: await createMeanShift(compute, scope, points),
    step: 0,
    atRest: false,
    work: [],
    shifts: [],
    clusterSizes: [],
    focus: null,
  });
  await inSlices(points.x.length, (first, end) =>
    addPoints(world, { ...points, first, end }, sources),
  );
  if (centroids) addCentroids(world, centroids);
  labelClusters(world);
  return world;
}

interface Rows extends Points {
  readonly first: number;
  readonly end: number;
}

function addPoints(
  world: MeanShiftWorld,
  { x, y, first, end }: Rows,
  sources?: ArrayLike<number>,
): void {
  const { Position, PreviousPosition, Row, Source, Membership, Influence } = world.components;
  for (let row = first; row < end; row++) {
    const point = addEntity(world);
    addComponents(world, point, Position, PreviousPosition, Row, Membership, Influence);
    Row.index[point] = row;
    Position.x[point] = PreviousPosition.x[point] = x[row];
    Position.y[point] = PreviousPosition.y[point] = y[row];
    if (!sources) continue;
    addComponents(world, point, Source);
    Source.cluster[point] = sources[row];
  }
}

function addCentroids(world: MeanShiftWorld, { x, y }: Points): void {
  const { Position, Source } = world.components;
  for (let cluster = 0; cluster < x.length; cluster++) {
    const centroid = addEntity(world);
    addComponents(world, centroid, Position, Source);
    Position.x[centroid] = x[cluster];
    Position.y[centroid] = y[cluster];
    Source.cluster[centroid] = cluster;
  }
}
