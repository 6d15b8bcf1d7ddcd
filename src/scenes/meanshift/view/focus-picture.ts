import { Container, Graphics } from 'pixi.js';
import { shownX, shownY } from '../../../points/point-places.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import { destroyTree } from '../../../view/destroy-tree.ts';
import type { Shown } from '../../../view/scene-view.ts';
import type { Theme } from '../../../view/theme.ts';
import { type PhaseName, phases } from '../sim/phases.ts';
import { drawDistances, drawWeightDiscs, drawWeights } from './draw-neighbours.ts';
import { drawWay, wayOf } from './focus-way.ts';
import { createHalo } from './halo.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';
import { createNeighbours } from './neighbours.ts';
import { createRing } from './ring.ts';

/** What one point sees: its kernel as a halo, its neighbours by weight, and the way to their mean. */
export interface FocusPicture {
  /** Under the points, */
  readonly below: Container;
  /** and over them. */
  readonly above: Container;
  /**
   * @param progress as the points are shown
   * @param measured rows whose lines are drawn stronger in the phase of distances
   */
  draw(
    shown: Shown,
    progress: number,
    measured: readonly number[],
    theme: Theme,
    scale: number,
  ): void;
  dispose(): void;
}

export function createFocusPicture(world: MeanShiftWorld, places: MeanShiftPlaces): FocusPicture {
  const below = new Container();
  const above = new Container();
  const halo = createHalo();
  /** Both in CSS pixels around the picked point, x to the right and y down. */
  const under = below.addChild(new Container());
  const over = above.addChild(new Container());
  under.addChild(halo.container);
  const lines = under.addChild(new Graphics());
  const discs = over.addChild(new Graphics());
  const arrow = over.addChild(new Graphics());
  const pickedRing = createRing(7);
  const hoverRing = createRing(9);
  above.addChild(pickedRing.graphics, hoverRing.graphics);
  const neighbours = createNeighbours(places);
  const changes = createChangeWatcher();

  const colourOf = (row: number, { clusters }: Theme) =>
    clusters[places.source(row) % clusters.length];

  function drawHover({ hovered, picked }: Shown, progress: number, theme: Theme, scale: number) {
    const isShown = hovered !== null && hovered !== picked && hovered < places.count;
    hoverRing.graphics.visible = isShown;
    if (!isShown) return;
    const x = shownX(places, hovered, progress);
    const y = shownY(places, hovered, progress);
    hoverRing.draw(x, y, scale, theme, colourOf(hovered, theme));
  }

  function drawLines(
    phase: PhaseName | null,
    measured: readonly number[],
    theme: Theme,
    scale: number,
    row: number,
  ): void {
    if (phase !== 'distances') {
      const asPulls = phase === 'weighted sum' || phase === 'divide';
      drawWeights(lines, neighbours, scale, theme, asPulls);
      if (phase === 'weights')
        drawWeightDiscs(discs, neighbours, places, scale, world.resolved.bandwidth, theme);
      return;
    }
    drawDistances(lines, neighbours, scale, theme);
    for (const other of measured) {
      const dx = places.x(other) - places.x(row);
      const dy = places.y(other) - places.y(row);
      lines.moveTo(0, 0).lineTo(dx * scale, -dy * scale);
    }
    if (measured.length > 0) lines.stroke({ width: 1.5, color: theme.ink, alpha: 0.8 });
  }

  return {
    below,
    above,
    draw(shown, progress, measured, theme, scale) {
      drawHover(shown, progress, theme, scale);
      const { picked: row } = shown;
      const isShown = row !== null && row < places.count;
      under.visible = over.visible = pickedRing.graphics.visible = isShown;
      if (!isShown) return;
      const x = shownX(places, row, progress);
      const y = shownY(places, row, progress);
      for (const part of [under, over]) {
        part.position.set(x, y);
        part.scale.set(1 / scale, -1 / scale);
      }
      pickedRing.draw(x, y, scale, theme, colourOf(row, theme));
      const { bandwidth, kernel } = world.resolved;
      halo.draw(kernel, bandwidth * scale, theme);
      const { phase } = shown;
      const isNew = changes(
        row,
        x,
        y,
        phase,
        progress,
        world.focus,
        bandwidth,
        kernel,
        scale,
        theme,
      );
      if (!isNew) return;
      for (const part of [lines, discs, arrow]) part.clear();
      const name = phase === null || progress < 1 ? null : phases[phase].name;
      neighbours.find(row, progress, kernel, bandwidth, name === 'distances');
      drawLines(name, measured, theme, scale, row);
      drawWay(arrow, name, wayOf(world, places, row, name, progress, scale), theme);
    },
    dispose() {
      destroyTree(below);
      destroyTree(above);
    },
  };
}
