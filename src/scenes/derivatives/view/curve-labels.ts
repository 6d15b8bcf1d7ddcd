import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import { gridValues } from '../../../view/grid-values.ts';
import type { StageLabel } from '../../../view/scene-view.ts';
import { tickTexts } from '../../../view/tick-texts.ts';
import { numberText } from '../sim/number-text.ts';
import type { SlopeNow } from '../sim/slope-now.ts';
import type { Range } from '../sim/value-range.ts';
import { boxes, type PlotFrame } from './plot-frame.ts';

const always = { room: Number.POSITIVE_INFINITY };
/** About how wide a digit is, and how far apart numbers are at least; CSS pixels. */
const digitPixels = 7.6;
const spacePixels = { across: 28, up: 36 };

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
  return [...axisLabels(world, frame, scale), ...triangle];
}

function axisLabels(world: DerivativesWorld, frame: PlotFrame, scale: number): StageLabel[] {
  const { curve, slope } = boxes;
  const { width } = frame;
  const upright = (row: string, range: Range, height: number, to: (value: number) => number) =>
    ticks(range, (height * scale) / spacePixels.up).map(
      ({ at, text }): StageLabel => ({
        ...{ text, x: 0, y: to(at), align: 'end', shift: { x: -4, y: 0 } },
        ...{ follows: 'x', row, plain: true },
        ...always,
      }),
    );
  const name = (text: string, { bottom, height }: typeof curve | typeof slope): StageLabel => ({
    ...{ text, x: width, y: bottom + height / 2, align: 'start', shift: { x: 3, y: 0 } },
    ...{ follows: 'x', plain: true },
    ...always,
  });
  return [
    ...ticks(frame.x, (width * scale) / spacePixels.across, width * scale).map(
      ({ at, text }): StageLabel => ({
        ...{ text, x: frame.toX(at), y: curve.bottom, shift: { x: 0, y: 12 } },
        ...{ follows: 'y', row: 'x', plain: true },
        ...always,
      }),
    ),
    ...upright('f', frame.y, curve.height, frame.toY),
    ...upright('slope', frame.slopes, slope.height, frame.toSlopeY),
    name(orderOf(world) === 1 ? 'f′(x)' : 'f″(x)', slope),
    name('f(x)', curve),
  ];
}

/**
 * Round numbers in a range, at most so many, with the digits that tell them apart.
 *
 * @param pixels where the numbers stand side by side, how long the axis is: they have to fit into it
 */
export function ticks(
  { least, most }: Range,
  count: number,
  pixels = Number.POSITIVE_INFINITY,
): { readonly at: number; readonly text: string }[] {
  const span = most - least;
  for (let times = Math.max(1, Math.min(8, Math.floor(count))); times >= 1; times--) {
    const values = gridValues(least, most, span / times);
    const texts = tickTexts(values, span / times);
    const widest = Math.max(0, ...texts.map(({ length }) => length * digitPixels));
    if (values.length * (widest + spacePixels.across / 2) <= pixels || times === 1) {
      return values.map((at, i) => ({ at, text: texts[i] }));
    }
  }
  return [];
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
