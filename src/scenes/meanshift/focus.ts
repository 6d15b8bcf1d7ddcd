import { query } from 'bitecs';
import { weighNeighbours } from '../../systems/mean-shift/weigh-neighbours.ts';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';

/** Looks at a row, or at none. What is known of it stays as long as it is true. */
export function lookAt(world: MeanShiftWorld, row: number | null): void {
  const { focus, values, shifts } = world;
  const { bandwidth, kernel } = values;
  const shift = shifts.at(-1);
  const isKnown =
    focus?.row === row &&
    focus.shift === shift &&
    focus.bandwidth === bandwidth &&
    focus.kernel === kernel;
  if (isKnown) return;
  const nothing = { weightSum: 0, pullX: 0, pullY: 0, meanX: 0, meanY: 0 };
  const isPoint = row !== null && row < world.meanShift.count;
  world.focus = isPoint ? { row, shift, bandwidth, kernel, ...nothing } : null;
  weighNeighbours(world);
}

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
    const miss = Math.abs(distance - 1.5 * world.values.bandwidth);
    if (miss >= least) continue;
    least = miss;
    best = Row.index[point];
  }
  return best;
}
