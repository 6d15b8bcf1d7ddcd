import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { compileSlopeAt } from '../../../systems/derivatives/compile-slope-at.ts';
import { samplesOf } from '../../../systems/derivatives/entities-of.ts';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { numberText } from '../sim/number-text.ts';
import { phases } from '../sim/phases.ts';
import type { RollingPoints } from '../sim/rolling-points.ts';
import type { SlopeNow } from '../sim/slope-now.ts';

/** What the picture shows now, with its numbers. */
export function caption({
  world,
  description: { found, rolling, step },
  phase,
}: SceneMoment<DerivativesWorld, DerivativesDescription>): string {
  if (rolling) return rollingSentence(rolling, world.isField);
  if (!found) return '';
  const { window } = world;
  const help = phase === null ? '' : `${phases[phase].help} `;
  if (!hasValue(world, valueIn(world))) {
    return `The function has no value anywhere from ${numberText(window.from)} to ${numberText(window.to)}; move the window, or change the formula.`;
  }
  if (!Number.isFinite(found.y)) {
    return `${help}The function has no value at x = ${numberText(found.x)}.`;
  }
  const { Slope } = world.components;
  const isDrawn = hasValue(world, (it) => Slope.value[it]) || !hasValue(world, slopeIn(world));
  const missing = isDrawn ? '' : 'The slopes are beyond what f32 holds, so they are not drawn. ';
  const coming = step === 0 && phase === null ? opening(world, found) : '';
  return `${missing}${help}${sentence(world, found)}${coming}`;
}

/** What will happen to what one sees, before anything has moved. */
function opening({ motion, resolved }: DerivativesWorld, { exact }: SlopeNow): string {
  if (motion === 'travel') return ' The point will travel along the curve and draw its slope.';
  const hasTangent = motion === 'shrink h' && resolved.scheme !== 'dual' && Number.isFinite(exact);
  return hasTangent ? ' Each step will halve h, and the line will near the tangent.' : '';
}

const hasValue = (world: DerivativesWorld, value: (sample: number) => number) =>
  [...samplesOf(world)].some((it) => Number.isFinite(value(it)));

/** The function's value at a sample in f64, as the curve has it. */
function valueIn({ expression, parameters, components }: DerivativesWorld) {
  const f = compileExpression(expression, { parameters });
  return (sample: number) => f(components.Position.x[sample]);
}

/** Its slope there in f64; a GPU takes the slopes in f32. */
function slopeIn(world: DerivativesWorld) {
  const slopeAt = compileSlopeAt({ ...world, precision: 'f64' });
  return (sample: number) => slopeAt(world.components.Position.x[sample], world.now.h).slope;
}

function sentence(world: DerivativesWorld, found: SlopeNow): string {
  const { looked, slope, exact, x, h, run, rise } = found;
  const name = orderOf(world) === 1 ? 'slope' : 'second derivative';
  const truth = Number.isFinite(exact)
    ? `; the exact ${name} is ${numberText(exact, 8)}`
    : `, and there is no ${name} at ${numberText(x)}`;
  if (world.resolved.scheme === 'dual') {
    if (!Number.isFinite(slope)) return `There is no ${name} at x = ${numberText(x)}.`;
    return `Dual numbers carry the ${name} along: ${numberText(slope, 8)}${truth}.`;
  }
  if (!Number.isFinite(slope)) {
    return looked.every(({ y }) => Number.isFinite(y))
      ? `No ${name} here: with h = ${numberText(h)} the quotient has no value.`
      : `No ${name} here: f has no value at one of the points.`;
  }
  if (orderOf(world) === 2 || looked.length > 3) {
    return `From ${looked.length} points ${numberText(h)} apart: ${name} ${numberText(slope, 8)}${truth}.`;
  }
  // As many digits as the slope has, so that who divides them finds it.
  return `${numberText(rise, 8)} ÷ ${numberText(run, 8)} = ${numberText(slope, 8)}${truth}.`;
}

function rollingSentence({ count, rate, state }: RollingPoints, isField: boolean): string {
  const points = `${count.toLocaleString('en')} ${count === 1 ? 'point' : 'points'}`;
  const share = numberText(rate);
  if (isField) {
    return state === 'released'
      ? `${points} released where dark is low and bright is high.`
      : `${points}, each against its own gradient, ${share} times as far as it is steep.`;
  }
  return `${points} on the curve: each step is the slope times the learning rate ${share}, the other way.`;
}
