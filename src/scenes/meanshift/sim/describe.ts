import { formatNumber } from '../../../base/format-number.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Description, Look } from '../../../world/description.ts';
import { describeFocus, type FocusNumbers } from './describe-focus.ts';

/** What the scene of mean shift shows at one moment. */
export interface MeanShiftDescription extends Description {
  /** How many points there are. */
  readonly count: number;
  /** How far they moved in the last step, on average, in the world's units; null at step 0. */
  readonly meanShift: number | null;
  /** Into how many clusters they have come together; null until they have. */
  readonly clusters: number | null;
  /** Moving less than this in two steps, the points are at rest; the world's units. */
  readonly restLimit: number;
  /** The point that is looked at. */
  readonly focus: FocusNumbers | null;
}

export function describe(world: MeanShiftWorld, look: Look): MeanShiftDescription {
  const { step, atRest, clusterSizes, meanShift, shifts } = world;
  const told = {
    step,
    count: meanShift.count,
    meanShift: step > 0 ? (shifts.at(-1)?.mean ?? null) : null,
    // On their way points that happen to lie together are no cluster yet.
    clusters: atRest && step > 0 ? clusterSizes.length : null,
    restLimit: world.tolerance * world.resolved.bandwidth,
    focus: describeFocus(world, look),
  };
  return Object.freeze({ ...told, summary: inWords(told), looked: focusInWords(told.focus) });
}

type Told = Omit<MeanShiftDescription, 'summary' | 'looked'>;

function inWords({ step, count, meanShift, clusters }: Told): string {
  const points = counted(count, 'point');
  if (clusters !== null) return `converged at step ${step}, ${counted(clusters, 'cluster')}`;
  if (meanShift === null) return `step ${step}, ${points}`;
  return `step ${step}, ${points} moved by ${formatNumber(meanShift)} on average`;
}

function focusInWords(focus: FocusNumbers | null): string {
  if (!focus) return '';
  const { row, x, y, shift } = focus;
  const name = `point ${(row + 1).toLocaleString('en')} at ${formatNumber(x)}, ${formatNumber(y)}`;
  return shift === 0
    ? `${name}, on its weighted mean`
    : `${name}, ${formatNumber(shift)} from its weighted mean`;
}

const counted = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
