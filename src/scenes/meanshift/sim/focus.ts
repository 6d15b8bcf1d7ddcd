import { query } from 'bitecs';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';

/**
 * The row that shows most of a step: of the largest cluster's source, the point nearest to one and a
 * half bandwidths from its middle, where the pull is strong and clear.
 */
export function defaultFocus(world: MeanShiftWorld): number | null {
  const { Position, Row, Source } = world.components;
  const points = [...query(world, [Position, Row])];
  const members = points.filter((point) => Source.cluster[point] === 0);
  const x = members.reduce((sum, point) => sum + Position.x[point], 0) / members.length;
  const y = members.reduce((sum, point) => sum + Position.y[point], 0) / members.length;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of members) {
    const distance = Math.hypot(Position.x[point] - x, Position.y[point] - y);
    const miss = Math.abs(distance - 1.5 * world.resolved.bandwidth);
    if (miss >= least) continue;
    least = miss;
    best = Row.index[point];
  }
  return best;
}
