import { query } from 'bitecs';
import type { MeanShiftWorld, Shift } from '../../../systems/meanshift/world.ts';

const mostShown = 400;

interface Known {
  readonly picked: number;
  readonly reach: number;
  readonly step: number;
  readonly shift: Shift | undefined;
  readonly distances: readonly number[];
}

/** The distances found last: they change with a step, not with a frame. */
const known = new WeakMap<MeanShiftWorld, Known>();

/**
 * How far the points are from one of them, itself included, in the world's units.
 *
 * @param picked the row of that point
 * @returns ascending; at most 400, the nearest, none beyond `reach`
 */
export function pickedDistances(
  world: MeanShiftWorld,
  picked: number,
  reach: number,
): readonly number[] {
  const { step } = world;
  // A step taken again with other values has a shift of its own.
  const shift = world.shifts.at(-1);
  const last = known.get(world);
  if (
    last?.picked === picked &&
    last.reach === reach &&
    last.step === step &&
    last.shift === shift
  ) {
    return last.distances;
  }
  const distances = findDistances(world, picked, reach);
  known.set(world, { picked, reach, step, shift, distances });
  return distances;
}

function findDistances(world: MeanShiftWorld, picked: number, reach: number): number[] {
  const { Position, Row } = world.components;
  const points = query(world, [Position, Row]);
  const centre = points.find((point) => Row.index[point] === picked);
  if (centre === undefined) return [];
  const distances: number[] = [];
  for (const point of points) {
    const distance = Math.hypot(
      Position.x[point] - Position.x[centre],
      Position.y[point] - Position.y[centre],
    );
    if (distance <= reach) distances.push(distance);
  }
  return distances.sort((a, b) => a - b).slice(0, mostShown);
}
