import type { Graphics } from 'pixi.js';
import { type WeightKernel, weight } from '../../maths/weight-kernel.ts';

const rings = 12;

/**
 * The kernel as a disc that fades as the weight does, with a line at one bandwidth.
 *
 * @param bandwidth in world units, like `at`
 * @param scale CSS pixels a world unit
 */
export function drawHalo(
  graphics: Graphics,
  at: { readonly x: number; readonly y: number },
  kernel: WeightKernel,
  bandwidth: number,
  color: number,
  scale: number,
): void {
  const reach = kernel === 'gaussian' ? 3 : 1;
  // Discs laid over each other from the outside in; each adds what the weight grows by.
  for (let ring = rings; ring >= 1; ring--) {
    const outer = (reach * ring) / rings;
    const inner = (reach * (ring - 1)) / rings;
    const alpha = 0.3 * (weight(kernel, inner ** 2) - weight(kernel, outer ** 2));
    graphics.circle(at.x, at.y, outer * bandwidth).fill({ color, alpha });
  }
  graphics.circle(at.x, at.y, bandwidth).stroke({ width: 1.5 / scale, color });
}
