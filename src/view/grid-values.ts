/**
 * Round numbers between two others, evenly apart: by 1, 2 or 5 times a power of ten.
 *
 * @param least @param most finite, least < most
 * @param apart how far apart they are at least, above 0
 * @returns ascending
 */
export function gridValues(least: number, most: number, apart: number): number[] {
  const step = roundUp(apart);
  const first = Math.ceil(least / step);
  const last = Math.floor(most / step);
  // Multiplied, not added up: sums of 0.1 are no round numbers.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

function roundUp(apart: number): number {
  const power = 10 ** Math.floor(Math.log10(apart));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= apart) ?? 10;
  return factor * power;
}
