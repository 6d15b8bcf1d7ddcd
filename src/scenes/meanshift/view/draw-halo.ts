import type { Graphics } from 'pixi.js';
import { type WeightKernel, weight } from '../../../maths/weight-kernel.ts';

/** So many that no step between them is seen. */
const rings = 40;
/** Of the middle, where the weight is one. */
const opacity = 0.34;

/**
 * The kernel as a disc around zero that fades as the weight does.
 *
 * @param bandwidth how long it is drawn
 */
export function drawHalo(
  graphics: Graphics,
  kernel: WeightKernel,
  bandwidth: number,
  color: number,
): void {
  const reach = kernel === 'gaussian' ? 3 : 1;
  graphics.clear();
  // Discs laid over each other from the outside in; each adds what the weight grows by.
  for (let ring = rings; ring >= 1; ring--) {
    const outer = (reach * ring) / rings;
    const inner = (reach * (ring - 1)) / rings;
    const alpha = opacity * (weight(kernel, inner ** 2) - weight(kernel, outer ** 2));
    graphics.circle(0, 0, outer * bandwidth).fill({ color, alpha });
  }
}
