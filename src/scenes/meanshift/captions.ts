import type { Focus, MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { formatNumber } from '../../view/format-number.ts';
import type { Shown } from '../../view/scene-view.ts';
import { phases } from './phases.ts';
import type { PointPlaces } from './point-places.ts';

/** What the picture says of the point that is looked at, with its numbers. */
export function caption(world: MeanShiftWorld, places: PointPlaces, shown: Shown): string {
  const { phase, picked } = shown;
  const { focus } = world;
  if (!focus || picked === null) return phase === null ? '' : phases[phase].help;
  const count = places.count.toLocaleString('en');
  const { pull, shift } = lengths(focus);
  const sum = formatNumber(focus.weightSum);
  if (phase === null) {
    return `${heavy(places)} of ${count} points weigh more than 1 % for this one. The arrow leads to their weighted mean, ${formatNumber(shift)} away.`;
  }
  const { name, help } = phases[phase];
  const numbers = {
    distances: `Half of the ${count} are nearer than ${formatNumber(medianDistance(places))}.`,
    weights: `${heavy(places)} of ${count} are above 1 %, and all add up to ${sum}.`,
    'weighted sum': `They add up to ${formatNumber(pull)}, this way.`,
    divide: `${formatNumber(pull)} ÷ ${sum} = ${formatNumber(shift)} from here.`,
    move: `This one moves ${formatNumber(travelled(places, picked))}.`,
  };
  return `${help} ${numbers[name]}`;
}

/** A point in words, for those who do not see it. */
export function describePoint(world: MeanShiftWorld, places: PointPlaces, row: number): string {
  const place = `at ${formatNumber(places.x(row))}, ${formatNumber(places.y(row))}`;
  const { focus } = world;
  const name = `point ${(row + 1).toLocaleString('en')} ${place}`;
  if (focus?.row !== row) return name;
  return `${name}, ${formatNumber(lengths(focus).shift)} from its weighted mean`;
}

function lengths({ pullX, pullY, weightSum }: Focus) {
  const pull = Math.hypot(pullX, pullY);
  return { pull, shift: pull / weightSum };
}

/** How many weigh more than 1 %. */
function heavy(places: PointPlaces): string {
  let count = 0;
  for (let row = 0; row < places.count; row++) if (places.weight(row) > 0.01) count += 1;
  return count.toLocaleString('en');
}

function medianDistance({ count, distance }: PointPlaces): number {
  const distances = Float64Array.from({ length: count }, (_, row) => distance(row));
  return distances.sort()[Math.floor(count / 2)];
}

const travelled = (places: PointPlaces, row: number) =>
  Math.hypot(places.x(row) - places.previousX(row), places.y(row) - places.previousY(row));
