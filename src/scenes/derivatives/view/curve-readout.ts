import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { compileSlopeAt } from '../../../systems/derivatives/compile-slope-at.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import type { StageReadout } from '../../../view/stage-readout.ts';
import { numberText } from '../sim/number-text.ts';
import { roundTo } from '../sim/round-to.ts';
import { clips, type PlotFrame } from './plot-frame.ts';

/**
 * The function and its slopes where one points: at x rounded to what a pixel can tell, so that who reads
 * it off can check it.
 *
 * @param place in world units
 * @param px a pixel of the screen, in world units
 */
export function curveReadout(
  world: DerivativesWorld,
  frame: PlotFrame,
  place: { readonly x: number; readonly y: number },
  px: number,
): StageReadout | null {
  const isOnPlots =
    place.x >= 0 &&
    place.x <= frame.width &&
    place.y >= clips.slope.bottom &&
    place.y <= clips.curve.top;
  if (!isOnPlots) return null;
  const { now, parameters, expression, resolved } = world;
  const x = roundTo(frame.fromX(place.x), frame.fromX(px) - frame.fromX(0));
  const y = compileExpression(expression, { parameters })(x);
  const { slope } = compileSlopeAt(world)(x, now.h);
  const exact = exactSlope(world)(x);
  const name = orderOf(world) === 1 ? 'f′(x)' : 'f″(x)';
  const marks = [
    { y: frame.toY(y), colour: '--cluster-0', clip: clips.curve },
    { y: frame.toSlopeY(exact), colour: '--cluster-2', clip: clips.slope },
    { y: frame.toSlopeY(slope), colour: '--cluster-1', clip: clips.slope },
  ];
  return {
    rows: [
      { label: 'x', value: numberText(x, 12) },
      { label: 'f(x)', value: numberText(y, 6), colour: '--cluster-0' },
      { label: `${name}, ${resolved.scheme}`, value: numberText(slope, 6), colour: '--cluster-1' },
      { label: `${name}, exact`, value: numberText(exact, 6), colour: '--cluster-2' },
    ],
    x: frame.toX(x),
    y: place.y,
    crosshair: {
      bottom: clips.slope.bottom,
      top: clips.curve.top,
      marks: marks.filter((mark) => mark.y >= mark.clip.bottom && mark.y <= mark.clip.top),
    },
  };
}
