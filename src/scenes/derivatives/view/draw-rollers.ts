import type { Graphics } from 'pixi.js';
import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { rollersOf } from '../../../systems/derivatives/entities-of.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { clips } from './plot-frame.ts';
import type { PlotInk } from './plot-ink.ts';

/** The points that roll down the curve. */
export function drawRollers(
  construction: Graphics,
  world: DerivativesWorld,
  { frame, theme, px }: PlotInk,
): void {
  const { Position } = world.components;
  const f = compileExpression(world.expression, { parameters: world.parameters });
  // Those that share a pixel of x share it of y, too: they are one dot.
  const drawn = new Set<number>();
  for (const roller of rollersOf(world)) {
    const x = frame.toX(Position.x[roller]);
    const pixel = Math.round(x / px);
    if (!(x >= 0 && x <= frame.width) || drawn.has(pixel)) continue;
    drawn.add(pixel);
    const y = frame.toY(f(Position.x[roller]));
    if (y >= clips.curve.bottom && y <= clips.curve.top) construction.circle(x, y, 4.5 * px);
  }
  construction.fill({ color: theme.clusters[3], alpha: 0.75 });
}
