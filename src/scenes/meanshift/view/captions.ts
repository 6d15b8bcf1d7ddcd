import { formatNumber } from '../../../base/format-number.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import type { MeanShiftDescription } from '../sim/describe.ts';
import type { FocusNumbers } from '../sim/describe-focus.ts';
import { type PhaseName, phases } from '../sim/phases.ts';

/** What the picture says of the point that is looked at, with its numbers. */
export function caption({
  description: { focus, count, step },
  phase,
}: SceneMoment<MeanShiftWorld, MeanShiftDescription>): string {
  const all = count.toLocaleString('en');
  if (!focus && phase === null && step === 0) return opening(count, all);
  if (!focus) return phase === null ? '' : phases[phase].help;
  const heavy = focus.heavy.toLocaleString('en');
  if (phase === null) {
    const way =
      focus.shift === 0
        ? 'It lies on their weighted mean.'
        : `The arrow leads to their weighted mean, ${formatNumber(focus.shift)} away.`;
    const weigh = focus.heavy === 1 ? 'weighs' : 'weigh';
    return `${heavy} of ${all} points ${weigh} more than 1 % for this one. ${way}`;
  }
  const { name, help } = phases[phase];
  return `${help} ${numbersOf[name](focus, heavy, all)}`;
}

/** What one sees before anything has moved, and what will happen to it. */
const opening = (count: number, all: string) =>
  count === 1
    ? 'A single point: it is the weighted mean of itself, and will stay.'
    : `${all} points; each will move to the weighted mean of its neighbours.`;

type Numbers = (focus: FocusNumbers, heavy: string, all: string) => string;

const numbersOf: Readonly<Record<PhaseName, Numbers>> = {
  distances: ({ medianDistance }, _, all) =>
    `Half of the ${all} are nearer than ${formatNumber(medianDistance ?? 0)}.`,
  weights: ({ weightSum }, heavy, all) =>
    `${heavy} of ${all} are above 1 %, and all add up to ${formatNumber(weightSum)}.`,
  'weighted sum': ({ pull }) =>
    pull === 0 ? 'The pulls cancel each other.' : `They add up to ${formatNumber(pull)}, this way.`,
  divide: ({ pull, weightSum, shift }) =>
    shift === 0
      ? 'It lies there already.'
      : `${formatNumber(pull)} ÷ ${formatNumber(weightSum)} = ${formatNumber(shift)} from here.`,
  move: ({ travelled }) =>
    travelled === 0 ? 'This one stays where it is.' : `This one moved ${formatNumber(travelled)}.`,
};
