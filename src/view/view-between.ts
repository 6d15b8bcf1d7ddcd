import type { View } from './view.ts';

/**
 * Where a camera looks on its way from one view to another. It comes closer evenly, by the same factor in
 * the same time, and the place that both views show at the same spot stays there.
 *
 * @param part of the way, from 0 to 1
 */
export function viewBetween(from: View, to: View, part: number): View {
  if (part >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** part;
  const far = 1 / from.scale - 1 / to.scale;
  const way = Math.abs(far * from.scale) < 1e-6 ? part : (1 / from.scale - 1 / scale) / far;
  return {
    x: from.x + (to.x - from.x) * way,
    y: from.y + (to.y - from.y) * way,
    scale,
  };
}
