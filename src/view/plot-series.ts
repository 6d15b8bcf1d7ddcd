import uPlot from 'uplot';
import type { Series } from './chart.ts';
import { drawDiamonds } from './plot-diamonds.ts';

/** Lines of so few points show them. */
const fewPoints = 40;

/**
 * A series as uPlot draws it.
 *
 * @param count how many points there are now
 */
export function plotSeries(
  { kind = 'line', colour, dashed }: Series,
  count: () => number,
  token: (name: string) => string,
): uPlot.Series {
  const stroke = () => token(colour);
  const isMarks = kind === 'points' || kind === 'diamonds';
  const bars = kind === 'bars' ? uPlot.paths.bars?.({ size: [0.7, 40] }) : undefined;
  return {
    stroke,
    width: 2,
    ...(dashed ? { dash: [6, 4] } : {}),
    ...(bars ? { paths: bars, fill: stroke } : {}),
    ...(isMarks ? { paths: () => null } : {}),
    points: {
      ...(kind === 'diamonds' ? { paths: drawDiamonds } : {}),
      show: () => isMarks || (kind === 'line' && count() <= fewPoints),
      size: kind === 'points' ? 5 : 6,
      stroke,
      fill: stroke,
      width: kind === 'diamonds' ? 2 : 0,
    },
  };
}
