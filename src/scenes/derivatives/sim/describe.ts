import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import type { Description } from '../../../world/description.ts';
import { numberText } from './number-text.ts';
import { type RollingPoints, rollingPoints } from './rolling-points.ts';
import { type SlopeNow, slopeNow } from './slope-now.ts';

/** What the scene of derivatives shows at one moment. */
export interface DerivativesDescription extends Description {
  /** The slope at the point; null where the function is one of x and y. */
  readonly found: SlopeNow | null;
  /** What rolls downhill; null where nothing does. */
  readonly rolling: RollingPoints | null;
}

export function describe(world: DerivativesWorld): DerivativesDescription {
  const { step, motion, isField } = world;
  const found = isField ? null : Object.freeze(slopeNow(world, 1));
  const rolling = motion === 'descend' ? rollingPoints(world) : null;
  const said = rolling ? rollingInWords(rolling) : found ? foundInWords(world, found) : '';
  return Object.freeze({ step, summary: `step ${step}: ${said}`, looked: '', found, rolling });
}

function rollingInWords({ count, away, state }: RollingPoints): string {
  const named = (points: number) =>
    `${points.toLocaleString('en')} ${points === 1 ? 'point' : 'points'}`;
  const flown = away > 0 ? `, ${away.toLocaleString('en')} of them far out of the window` : '';
  const verbs = {
    released: 'released',
    rolling: 'rolling downhill',
    stopped: 'stopped on the way',
    'at rest': count === 1 ? 'has come to rest' : 'have come to rest',
  };
  return away === count
    ? `${named(count)}, all far out of the window`
    : `${named(count)} ${verbs[state]}${flown}`;
}

function foundInWords(world: DerivativesWorld, { x, h, slope, exact }: SlopeNow): string {
  const name = orderOf(world) === 2 ? 'second derivative' : 'slope';
  const place = world.motion === 'travel' ? `x = ${numberText(x)}` : `h = ${numberText(h, 3)}`;
  const digits = (value: number) => (Number.isFinite(value) ? numberText(value, 8) : 'none');
  return `${place}, ${name} ${digits(slope)} (exact: ${digits(exact)})`;
}
