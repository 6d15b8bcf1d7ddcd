import { type DerivativesWorld, orderOf } from '../../systems/derivatives/world.ts';
import { numberText } from './number-text.ts';
import { phases } from './phases.ts';
import type { SlopeNow } from './slope-now.ts';

/** What the picture shows now, with its numbers. */
export function curveCaption(
  world: DerivativesWorld,
  found: SlopeNow,
  phase: number | null,
): string {
  const { motion, values, rollers, suited } = world;
  const help = phase === null ? '' : `${phases[phase].help} `;
  if (motion === 'descend') {
    return `${rollers.length} points roll downhill: each step is the slope times the learning rate ${numberText(values.rate ?? suited.rate)}, the other way.`;
  }
  const { samples, components, window } = world;
  if (!samples.some((it) => Number.isFinite(components.Position.y[it]))) {
    return `The function has no value anywhere from ${numberText(window.from)} to ${numberText(window.to)}; move the window, or change the formula.`;
  }
  if (!Number.isFinite(found.y)) {
    return `${help}The function has no value at x = ${numberText(found.x)}.`;
  }
  return `${help}${sentence(world, found)}`;
}

function sentence(world: DerivativesWorld, { looked, slope, exact, x, h }: SlopeNow): string {
  const name = orderOf(world) === 1 ? 'slope' : 'second derivative';
  const truth = Number.isFinite(exact)
    ? `exactly ${numberText(exact, 6)}`
    : `and there is no ${name} at ${numberText(x)}`;
  if (world.values.scheme === 'dual') {
    if (!Number.isFinite(slope)) return `There is no ${name} at x = ${numberText(x)}.`;
    return `Dual numbers carry the ${name} along: ${numberText(slope, 8)}, ${truth}.`;
  }
  if (!Number.isFinite(slope)) return `No ${name} here: f has no value at one of the points.`;
  if (orderOf(world) === 2 || looked.length > 3) {
    return `From ${looked.length} points ${numberText(h)} apart: ${name} ${numberText(slope, 8)}, ${truth}.`;
  }
  const [first] = looked;
  const last = looked[looked.length - 1];
  return `${numberText(last.y - first.y)} ÷ ${numberText(last.x - first.x)} = ${numberText(slope, 8)}, ${truth}.`;
}

export function fieldCaption({ rollers, values, step, suited }: DerivativesWorld): string {
  const count = rollers.length.toLocaleString('en');
  return step === 0
    ? `${count} points are released where dark is low and bright is high.`
    : `${count} points, each against its own gradient, ${numberText(values.rate ?? suited.rate)} times as far as it is steep.`;
}
