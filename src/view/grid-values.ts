/**
 * Round numbers between two others, evenly apart: by 1, 2 or 5 times a power of ten.
 *
 * @param least @param most finite, least < most
 * @param apart how far apart they are at least, above 0
 * @returns ascending; an end that is round is one of them
 */
export function gridValues(least: number, most: number, apart: number): number[] {
  const step = roundUp(apart);
  // 0.3 / 0.1 is a little less than 3.
  const first = Math.ceil(least / step - rounding);
  const last = Math.floor(most / step + rounding);
  // Multiplied, not added up: sums of 0.1 are no round numbers.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** In steps. */
const rounding = 1e-9;

function roundUp(apart: number): number {
  const power = 10 ** Math.floor(Math.log10(apart));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= apart) ?? 10;
  return factor * power;
}
