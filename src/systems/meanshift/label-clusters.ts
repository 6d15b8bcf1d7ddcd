import { query } from 'bitecs';
import { linkClusters } from '../../maths/link-clusters.ts';
import type { MeanShiftWorld } from './world.ts';

/** Finds which points have come together in the last step, and tells each point its cluster. */
export function labelClusters(world: MeanShiftWorld): void {
  const { Position, Row, Membership } = world.components;
  const { count } = world.meanShift;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const points = query(world, [Position, Row, Membership]);
  for (const point of points) {
    x[Row.index[point]] = Position.x[point];
    y[Row.index[point]] = Position.y[point];
  }
  const { bandwidth } = world.shifts.at(-1)?.takenWith ?? world.resolved;
  const { labels, sizes } = linkClusters(x, y, world.mergeRadius * bandwidth);
  for (const point of points) Membership.cluster[point] = labels[Row.index[point]];
  world.clusterSizes = sizes;
}
