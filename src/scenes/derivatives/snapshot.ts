import { movePoint } from '../../systems/derivatives/move-point.ts';
import { placePointAgain } from '../../systems/derivatives/place-point.ts';
import type { DerivativesWorld, TakenSlope } from '../../systems/derivatives/world.ts';
import type { Snapshot } from '../../world/world.ts';

export interface DerivativesSnapshot extends Snapshot {
  /** Of the samples, by row. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slope: Float64Array;
  /** All x of the points that roll, then all y. */
  readonly points: Float64Array;
  readonly taken: readonly TakenSlope[];
  readonly atRest: boolean;
}

export function capture({
  samples,
  rollers,
  components,
  taken,
  atRest,
}: DerivativesWorld): DerivativesSnapshot {
  const { Position, Slope } = components;
  const x = Float64Array.from(samples, (it) => Position.x[it]);
  const y = Float64Array.from(samples, (it) => Position.y[it]);
  const slope = Float64Array.from(samples, (it) => Slope.value[it]);
  const points = Float64Array.from([
    ...rollers.map((it) => Position.x[it]),
    ...rollers.map((it) => Position.y[it]),
  ]);
  const bytes = 24 * samples.length + points.byteLength + 32 * taken.length;
  return { x, y, slope, points, taken: [...taken], atRest, bytes };
}

export function restore(world: DerivativesWorld, snapshot: DerivativesSnapshot): void {
  const { samples, rollers, components, descent, taken } = world;
  const { Position, PreviousPosition, Slope } = components;
  for (const [row, sample] of samples.entries()) {
    Position.x[sample] = snapshot.x[row];
    Position.y[sample] = snapshot.y[row];
    Slope.value[sample] = snapshot.slope[row];
  }
  for (const [row, roller] of rollers.entries()) {
    Position.x[roller] = PreviousPosition.x[roller] = snapshot.points[row];
    Position.y[roller] = PreviousPosition.y[roller] = snapshot.points[rollers.length + row];
  }
  descent?.setPositions(snapshot.points);
  taken.splice(0, Number.POSITIVE_INFINITY, ...snapshot.taken);
  placePointAgain(world);
  movePoint(world);
  world.atRest = snapshot.atRest;
}
