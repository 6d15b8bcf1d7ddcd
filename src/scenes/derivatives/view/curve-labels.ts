import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import type { StageLabel } from '../../../view/scene-view.ts';
import { numberText } from '../sim/number-text.ts';
import type { SlopeNow } from '../sim/slope-now.ts';
import type { Range } from '../sim/value-range.ts';
import { axisTicks } from './axis-ticks.ts';
import { boxes, type PlotFrame } from './plot-frame.ts';

const always = { room: Number.POSITIVE_INFINITY };
/** How far apart numbers are at least, and how high a line of them is; CSS pixels. */
const spacePixels = { across: 28, up: 36 };
const linePixels = 18;

/**
 * The axes' numbers, and the triangle's sides with theirs.
 *
 * @param found what the triangle stands for; null while it is on its way there
 * @param scale CSS pixels a world unit
 */
export function curveLabels(
  world: DerivativesWorld,
  frame: PlotFrame,
  found: SlopeNow | null,
  phase: number | null,
  scale: number,
): StageLabel[] {
  const triangle = found ? triangleLabels(world, frame, found, phase) : [];
  // Where they would touch, the axes' numbers have the right of way.
  return [...axisLabels(world, frame, scale), ...triangle].map((label) => ({
    ...label,
    row: 'plot',
  }));
}

function axisLabels(world: DerivativesWorld, frame: PlotFrame, scale: number): StageLabel[] {
  const { curve, slope } = boxes;
  const { width } = frame;
  const upright = (range: Range, height: number, to: (value: number) => number) =>
    axisTicks(range, (height * scale) / spacePixels.up).map(
      ({ at, text }): StageLabel => ({
        ...{ text, x: 0, y: to(at), align: 'end', shift: { x: -4, y: 0 } },
        ...{ follows: 'x', plain: true },
        ...always,
      }),
    );
  const name = (text: string, { bottom, height }: typeof curve | typeof slope): StageLabel => ({
    ...{ text, x: width, y: bottom + height / 2, align: 'start', shift: { x: 3, y: 0 } },
    ...{ follows: 'x', plain: true },
    ...always,
  });
  // Between the two plots, where there is room for a line.
  const hasLine = (curve.bottom - slope.bottom - slope.height) * scale >= linePixels;
  const across = hasLine
    ? axisTicks(frame.x, (width * scale) / spacePixels.across, width * scale)
    : [];
  return [
    ...across.map(
      ({ at, text }): StageLabel => ({
        ...{ text, x: frame.toX(at), y: curve.bottom, shift: { x: 0, y: 12 } },
        ...{ follows: 'y', plain: true },
        ...always,
      }),
    ),
    ...upright(frame.y, curve.height, frame.toY),
    ...upright(frame.slopes, slope.height, frame.toSlopeY),
    name(orderOf(world) === 1 ? 'f′(x)' : 'f″(x)', slope),
    name('f(x)', curve),
  ];
}

function triangleLabels(
  world: DerivativesWorld,
  frame: PlotFrame,
  found: SlopeNow,
  phase: number | null,
): StageLabel[] {
  const { looked, slope, run, rise } = found;
  const [first] = looked;
  const last = looked[looked.length - 1];
  const isShown = orderOf(world) === 1 && looked.length > 1 && Number.isFinite(slope);
  const [left, right] = [frame.toX(first.x), frame.toX(last.x)];
  if (!isShown || left < 0 || right > frame.width) return [];
  const room = right - left;
  const labels: StageLabel[] = [
    {
      text: `dx = ${numberText(run)}`,
      x: (left + right) / 2,
      y: frame.toY(first.y),
      shift: { x: 0, y: 13 * Math.sign(last.y - first.y || 1) },
      room,
      least: 40,
    },
  ];
  if (phase !== null && phase < 1) return labels;
  return [
    ...labels,
    {
      text: `dy = ${numberText(rise)}`,
      x: right,
      align: 'start',
      shift: { x: 6, y: 0 },
      follows: 'x',
      y: (frame.toY(first.y) + frame.toY(last.y)) / 2,
      room: room + 0.5,
      least: 40,
    },
  ];
}
