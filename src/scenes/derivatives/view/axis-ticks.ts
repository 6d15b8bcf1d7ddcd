import { gridValues } from '../../../view/grid-values.ts';
import { tickTexts } from '../../../view/tick-texts.ts';
import type { Range } from '../sim/value-range.ts';

/** About how wide a digit is, and how much of the axis is left free at each number; CSS pixels. */
const digitPixels = 7.6;
const freePixels = 14;
const most = 8;

/**
 * Round numbers in a range, at most so many, with the digits that tell them apart.
 *
 * @param pixels where the numbers stand side by side, how long the axis is: they have to fit into it
 */
export function axisTicks(
  range: Range,
  count: number,
  pixels = Number.POSITIVE_INFINITY,
): { readonly at: number; readonly text: string }[] {
  const span = range.most - range.least;
  for (let times = Math.max(1, Math.min(most, Math.floor(count))); times >= 1; times--) {
    const values = gridValues(range.least, range.most, span / times);
    const texts = tickTexts(values, span / times);
    const widest = Math.max(0, ...texts.map(({ length }) => length * digitPixels));
    if (values.length * (widest + freePixels) <= pixels || times === 1) {
      return values.map((at, i) => ({ at, text: texts[i] }));
    }
  }
  return [];
}
