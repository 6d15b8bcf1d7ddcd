import { query } from 'bitecs';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { Shown } from '../../view/scene-view.ts';
import { phases } from './phases.ts';
import type { PointPlaces } from './point-places.ts';

const short = (value: number) => value.toPrecision(3).replace('-', '−');

/** What the picture says of the point that is looked at, with its numbers. */
export function caption(world: MeanShiftWorld, { phase, picked }: Shown): string {
  const { focus } = world;
  if (!focus || picked === null) return phase === null ? '' : phases[phase].help;
  if (phase === null) {
    return `This point weighs its neighbours: ${counted(world, 0.01)} of ${world.meanShift.count.toLocaleString('en')} count for more than 1 %. The arrow is its weighted mean.`;
  }
  const { name, help } = phases[phase];
  const shift = Math.hypot(focus.pullX, focus.pullY) / focus.weightSum;
  const numbers: Record<string, string> = {
    distances: `Half of them are nearer than ${short(medianDistance(world))}.`,
    weights: `${counted(world, 0.01)} weights are above 1 %; together they weigh ${short(focus.weightSum)}.`,
    'weighted sum': `The pulls add up to ${short(Math.hypot(focus.pullX, focus.pullY))}.`,
    divide: `${short(Math.hypot(focus.pullX, focus.pullY))} ÷ ${short(focus.weightSum)} = ${short(shift)}: that far away is the mean.`,
    move: '',
  };
  return `${help} ${numbers[name] ?? ''}`.trim();
}

/** A point in words, for those who do not see it. */
export function describePoint(world: MeanShiftWorld, places: PointPlaces, row: number): string {
  const place = `at ${short(places.x(row))}, ${short(places.y(row))}`;
  const { focus } = world;
  if (focus?.row !== row) return `point ${row + 1} ${place}`;
  const shift = Math.hypot(focus.pullX, focus.pullY) / focus.weightSum;
  return `point ${row + 1} ${place}, ${short(shift)} from its weighted mean`;
}

function counted(world: MeanShiftWorld, least: number): number {
  const { Influence, Row } = world.components;
  let count = 0;
  for (const point of query(world, [Influence, Row]))
    if (Influence.weight[point] > least) count += 1;
  return count;
}

function medianDistance(world: MeanShiftWorld): number {
  const { Influence, Row } = world.components;
  const distances = Float64Array.from(
    query(world, [Influence, Row]),
    (point) => Influence.distance[point],
  );
  return distances.sort()[Math.floor(distances.length / 2)];
}
