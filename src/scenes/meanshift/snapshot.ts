import { query } from 'bitecs';
import type { Elements } from '../../gpu/kernel.ts';
import { judgeConvergence } from '../../systems/mean-shift/judge-convergence.ts';
import { labelClusters } from '../../systems/mean-shift/label-clusters.ts';
import type { MeanShiftWorld, Shift } from '../../systems/mean-shift/world.ts';
import type { Snapshot } from '../../world/world.ts';

export interface MeanShiftSnapshot extends Snapshot {
  readonly positions: Elements;
  readonly shifts: readonly Shift[];
}

export function capture({ meanShift, shifts }: MeanShiftWorld): MeanShiftSnapshot {
  const positions = meanShift.fetched.slice() as Elements;
  return { positions, shifts: [...shifts], bytes: positions.byteLength + 16 * shifts.length };
}

/** Puts the points back, in the components and in the buffers; they stand still there. */
export function restore(world: MeanShiftWorld, { positions, shifts }: MeanShiftSnapshot): void {
  const { Position, PreviousPosition, Row } = world.components;
  const { meanShift } = world;
  meanShift.fetched.set(positions);
  world.compute.upload(meanShift.positions, positions);
  world.compute.upload(meanShift.previous, positions);
  for (const point of query(world, [Position, PreviousPosition, Row])) {
    const row = Row.index[point];
    Position.x[point] = PreviousPosition.x[point] = positions[row];
    Position.y[point] = PreviousPosition.y[point] = positions[meanShift.count + row];
  }
  world.shifts.splice(0, Number.POSITIVE_INFINITY, ...shifts);
  labelClusters(world);
  if (shifts.length > 0) judgeConvergence(world);
  else world.atRest = false;
}
