import { Container, Graphics } from 'pixi.js';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { Shown } from '../../view/scene-view.ts';
import type { Theme } from '../../view/theme.ts';
import { drawArrow } from './draw-arrow.ts';
import { drawHalo } from './draw-halo.ts';
import { heaviestNeighbours, type Neighbour } from './neighbours.ts';
import { type PointPlaces, placeAt } from './point-places.ts';

const phaseNames = ['distances', 'weights', 'weighted sum', 'divide', 'move'] as const;

/** What one point sees: its kernel as a halo, its neighbours by weight, and the way to their mean. */
export interface FocusPicture {
  /** Under the points, */
  readonly below: Container;
  /** and over them. */
  readonly above: Container;
  draw(shown: Shown, theme: Theme, scale: number): void;
  dispose(): void;
}

export function createFocusPicture(world: MeanShiftWorld, places: PointPlaces): FocusPicture {
  const below = new Container();
  const above = new Container();
  const halo = below.addChild(new Graphics());
  const lines = above.addChild(new Graphics());
  const arrows = above.addChild(new Graphics());
  let drawn = '';

  function draw(shown: Shown, theme: Theme, scale: number): void {
    const { picked, hovered, phase, progress } = shown;
    const { bandwidth, kernel } = world.values;
    // Drawn again only when something that it shows has changed.
    const key = [picked, hovered, phase, progress, world.step, bandwidth, kernel, scale, theme.ink];
    if (drawn === key.join()) return;
    drawn = key.join();
    for (const part of [halo, lines, arrows]) part.clear();
    if (hovered !== null && hovered !== picked) ring(hovered, progress, 7, theme.inkSoft, scale);
    if (picked === null || picked >= places.count) return;

    const name = phase === null || progress < 1 ? null : phaseNames[phase];
    const at = placeAt(places, picked, progress);
    drawHalo(halo, at, kernel, bandwidth, theme.accent, scale);
    const everyone = name === 'distances';
    const neighbours = heaviestNeighbours(places, picked, progress, kernel, bandwidth, everyone);
    drawLines(neighbours, at, name, theme, scale);
    ring(picked, progress, 6, theme.ink, scale);
    if (progress < 1) {
      const target = { x: places.x(picked), y: places.y(picked) };
      drawArrow(arrows, at, target, theme.ink, scale);
    } else if (world.focus && name !== 'distances' && name !== 'weights') {
      drawMean(at, name, theme, scale);
    }
  }

  function ring(row: number, progress: number, pixels: number, color: number, scale: number) {
    const { x, y } = placeAt(places, row, progress);
    arrows.circle(x, y, pixels / scale).stroke({ width: 2 / scale, color });
  }

  function drawLines(
    neighbours: readonly Neighbour[],
    at: { x: number; y: number },
    phase: string | null,
    theme: Theme,
    scale: number,
  ): void {
    for (const { x, y, weight } of neighbours) {
      const pulls = phase === 'weighted sum' || phase === 'divide';
      // A pull reaches as far towards the neighbour as its weight says.
      const reach = pulls ? weight : 1;
      lines.moveTo(at.x, at.y).lineTo(at.x + (x - at.x) * reach, at.y + (y - at.y) * reach);
      const alpha = phase === 'distances' ? 0.25 : 0.1 + 0.5 * weight;
      const width = (phase === 'distances' ? 0.75 : 0.5 + 1.5 * weight) / scale;
      lines.stroke({ width, color: phase === 'distances' ? theme.inkSoft : theme.accent, alpha });
    }
  }

  function drawMean(
    at: { x: number; y: number },
    phase: string | null,
    theme: Theme,
    scale: number,
  ): void {
    const { meanX, meanY, pullX, pullY } = world.focus!;
    if (phase === 'weighted sum') {
      // The sum is as long as the weights are many: its direction counts, so it ends on the stage.
      const length = Math.hypot(pullX, pullY) || 1;
      const reach = Math.min(1, (4 * world.values.bandwidth) / length);
      drawArrow(arrows, at, { x: at.x + pullX * reach, y: at.y + pullY * reach }, theme.ink, scale);
      return;
    }
    const mean = { x: meanX, y: meanY };
    drawArrow(arrows, at, mean, theme.ink, scale);
    arrows.circle(mean.x, mean.y, 4 / scale).fill({ color: theme.surface });
    arrows.circle(mean.x, mean.y, 4 / scale).stroke({ width: 2 / scale, color: theme.ink });
  }

  return {
    below,
    above,
    draw,
    dispose() {
      below.destroy({ children: true });
      above.destroy({ children: true });
    },
  };
}
