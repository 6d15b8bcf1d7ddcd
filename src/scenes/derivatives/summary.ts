import { exactSlope } from '../../systems/derivatives/exact-slope.ts';
import { type DerivativesWorld, orderOf } from '../../systems/derivatives/world.ts';

/** Where the world is, in a few words with its numbers. */
export function summary(world: DerivativesWorld): string {
  const { step, motion, taken, now, isField, rollers, atRest } = world;
  if (motion === 'descend') {
    const points = `${rollers.length.toLocaleString('en')} points`;
    if (atRest && step > 0) return `step ${step}: ${points} have come to rest`;
    return `step ${step}: ${points} ${step === 0 ? 'released' : 'rolling'}${isField ? '' : ' downhill'}`;
  }
  const last = taken.at(-1);
  const slope = last && Number.isFinite(last.slope) ? digits(last.slope) : 'none';
  const name = orderOf(world) === 2 ? 'second derivative' : 'slope';
  const place = motion === 'travel' ? `x = ${digits(now.x, 4)}` : `h = ${digits(now.h, 3)}`;
  return `step ${step}: ${place}, ${name} ${slope}, exactly ${exact(world)}`;
}

const digits = (value: number, count = 8) =>
  String(Number(value.toPrecision(count))).replace('-', '−');

function exact(world: DerivativesWorld): string {
  const value = exactSlope(world)(world.now.x);
  return Number.isFinite(value) ? digits(value) : 'none';
}
