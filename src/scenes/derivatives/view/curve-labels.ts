import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import { gridValues } from '../../../view/grid-values.ts';
import type { StageLabel } from '../../../view/scene-view.ts';
import { numberText } from '../sim/number-text.ts';
import type { SlopeNow } from '../sim/slope-now.ts';
import type { Range } from '../sim/value-range.ts';
import { boxes, type PlotFrame } from './plot-frame.ts';

const always = { room: Number.POSITIVE_INFINITY };

/**
 * The axes' numbers, and the triangle's sides with theirs.
 *
 * @param found what the triangle stands for; null while it is on its way there
 */
export function curveLabels(
  world: DerivativesWorld,
  frame: PlotFrame,
  found: SlopeNow | null,
  phase: number | null,
): StageLabel[] {
  const triangle = found ? triangleLabels(world, frame, found, phase) : [];
  return [...axisLabels(world, frame), ...triangle];
}

function axisLabels(world: DerivativesWorld, frame: PlotFrame): StageLabel[] {
  const upright = (range: Range, to: (value: number) => number, most: number): StageLabel[] =>
    ticks(range, most).map((value) => ({
      text: numberText(value, 6),
      x: -0.42,
      y: to(value),
      plain: true,
      ...always,
    }));
  return [
    ...ticks(frame.x, 6).map((value) => ({
      text: numberText(value, 6),
      x: frame.toX(value),
      y: boxes.curve.bottom - 0.28,
      plain: true,
      ...always,
    })),
    ...upright(frame.y, frame.toY, 5),
    ...upright(frame.slopes, frame.toSlopeY, 3),
    {
      text: orderOf(world) === 1 ? 'f′(x)' : 'f″(x)',
      x: boxes.width - 0.5,
      y: boxes.slope.bottom + boxes.slope.height - 0.25,
      ...always,
    },
    {
      text: 'f(x)',
      x: boxes.width - 0.4,
      y: boxes.curve.bottom + boxes.curve.height - 0.25,
      ...always,
    },
  ];
}

const ticks = ({ least, most }: Range, count: number) =>
  gridValues(least, most, (most - least) / count);

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
  if (!isShown || left < 0 || right > boxes.width) return [];
  const room = right - left;
  const labels: StageLabel[] = [
    {
      text: `dx = ${numberText(run)}`,
      x: (left + right) / 2,
      y: frame.toY(first.y) - 0.25 * Math.sign(last.y - first.y || 1),
      room,
      least: 40,
    },
  ];
  if (phase !== null && phase < 1) return labels;
  return [
    ...labels,
    {
      text: `dy = ${numberText(rise)}`,
      x: right + 0.6,
      y: (frame.toY(first.y) + frame.toY(last.y)) / 2,
      room: room + 0.5,
      least: 40,
    },
  ];
}
