import type { Theme } from '../../../view/theme.ts';

/**
 * How a cell is painted: strong for large values, blue above zero and orange below, stronger if lit. The
 * strongest leaves the number on it readable.
 */
export function cellColour(
  shade: number,
  lit: number,
  { surface, above, below }: Pick<Theme, 'surface' | 'above' | 'below'>,
): number {
  const hue = shade >= 0 ? above : below;
  const strength = Math.abs(shade);
  const amount = lit > 0 ? 0.2 + 0.36 * strength : 0.07 + 0.38 * strength;
  return mix(surface, hue, amount);
}

/** Between two colours, 0xRRGGBB; `amount` of the second. */
export function mix(from: number, to: number, amount: number): number {
  let mixed = 0;
  for (const shift of [16, 8, 0]) {
    const [a, b] = [(from >> shift) & 255, (to >> shift) & 255];
    mixed |= Math.round(a + (b - a) * amount) << shift;
  }
  return mixed;
}
