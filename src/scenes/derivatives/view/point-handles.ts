import { compileExpression } from '../../../maths/expression/evaluate.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { Handle, ViewRequests } from '../../../view/scene-view.ts';
import { parameters } from '../parameters.ts';
import { numberText } from '../sim/number-text.ts';
import { boxes, type PlotFrame } from './plot-frame.ts';

/** The point on the curve, and the one at x + h: both can be dragged, or nudged by keys. */
export function pointHandles(
  world: DerivativesWorld,
  frame: PlotFrame,
  requests: ViewRequests,
): Handle[] {
  const { now, motion, resolved, expression, step, window } = world;
  if (motion === 'travel') return [];
  const f = compileExpression(expression, { parameters: world.parameters });
  const at = (x: number) => {
    const y = frame.toY(f(x));
    const inside = Number.isFinite(y)
      ? Math.min(boxes.curve.bottom + boxes.curve.height, Math.max(boxes.curve.bottom, y))
      : boxes.curve.bottom;
    return { x: frame.toX(x), y: inside };
  };
  // A pixel of the window is a sensible step, whatever is under the microscope.
  const unit = (frame.x.most - frame.x.least) / 200;
  const rounded = (value: number) => Number(value.toPrecision(6));
  const handles: Handle[] = [
    {
      id: 'x',
      label: 'x: where the slope is taken',
      at: () => at(now.x),
      dragTo: (x) => requests.setValue('at', rounded(clamp(frame.fromX(x), window))),
      nudge: (dx, dy, large) =>
        requests.setValue(
          'at',
          rounded(clamp(now.x + (dx || dy) * unit * (large ? 10 : 1), window)),
        ),
      value: {
        now: now.x,
        min: Math.min(window.from, now.x),
        max: Math.max(window.to, now.x),
        text: `x = ${numberText(now.x, 6)}`,
      },
    },
  ];
  if (motion !== 'shrink h' || resolved.scheme === 'dual') return handles;
  const { min, max } = parameters.h;
  const side = resolved.scheme === 'backward' ? -1 : 1;
  const setH = (h: number) =>
    requests.setValue('h', rounded(Math.min(max, Math.max(min, h * 2 ** step))));
  handles.push({
    id: 'h',
    label: 'h: the distance to the next point',
    at: () => at(now.x + side * now.h),
    dragTo: (x) => setH(side * (frame.fromX(x) - now.x)),
    nudge: (dx, dy, large) => setH(now.h + (side * dx || dy) * unit * (large ? 10 : 1)),
    // Halved often enough it is smaller than any that can be typed.
    value: {
      now: now.h,
      min: Math.min(min, now.h),
      max: Math.max(max, now.h),
      text: `h = ${numberText(now.h, 6)}`,
    },
  });
  return handles;
}

const clamp = (x: number, { from, to }: { readonly from: number; readonly to: number }) =>
  Math.min(to, Math.max(from, x));
