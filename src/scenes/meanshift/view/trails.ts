import { Container, Graphics } from 'pixi.js';
import { shownX, shownY } from '../../../points/point-places.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import { destroyTree } from '../../../view/destroy-tree.ts';
import type { Theme } from '../../../view/theme.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';
import { createTrailMemory, type RememberedStep } from './trail-memory.ts';

const mostPoints = 2000;
const alpha = 0.5;

export interface Trails {
  readonly container: Container;
  /** Follows the world's steps, forward and back. */
  draw(progress: number, isShown: boolean, theme: Theme): void;
  dispose(): void;
}

/** A line from one remembered step to the next, for every point; drawn once. */
interface Leg {
  readonly from: RememberedStep;
  readonly to: RememberedStep;
  readonly graphics: Graphics;
}

/** The way that points came, of every point or an even sample of 2,000. */
export function createTrails(world: MeanShiftWorld, places: MeanShiftPlaces): Trails {
  const container = new Container();
  /** From the last remembered step to where the points are shown. */
  const head = container.addChild(new Graphics());
  let legs: Leg[] = [];
  const stride = Math.max(1, Math.ceil(places.count / mostPoints));
  const rows = Array.from({ length: Math.ceil(places.count / stride) }, (_, i) => i * stride);
  // Lines of one colour follow each other, to be drawn in one go.
  rows.sort((a, b) => places.source(a) - places.source(b));
  const memory = createTrailMemory(rows, places);
  memory.remember(world.step);
  const changes = createChangeWatcher();
  const themeChanges = createChangeWatcher();

  function drawLines(
    graphics: Graphics,
    { places: from }: RememberedStep,
    toX: (i: number) => number,
    toY: (i: number) => number,
    { clusters }: Theme,
  ): void {
    graphics.clear();
    for (const [i, row] of rows.entries()) {
      graphics.moveTo(from[2 * i], from[2 * i + 1]).lineTo(toX(i), toY(i));
      const source = places.source(row);
      if (i + 1 < rows.length && places.source(rows[i + 1]) === source) continue;
      graphics.stroke({ pixelLine: true, color: clusters[source % clusters.length], alpha });
    }
  }

  /** Keeps the legs that are still true, and draws those that are new. */
  function updateLegs(theme: Theme): void {
    const { steps } = memory;
    const old = new Map(legs.map((leg) => [leg.to, leg]));
    legs = steps.slice(1).map((to, i) => {
      const from = steps[i];
      const known = old.get(to);
      if (known?.from === from) {
        old.delete(to);
        return known;
      }
      const graphics = container.addChild(new Graphics());
      const at = to.places;
      drawLines(
        graphics,
        from,
        (nth) => at[2 * nth],
        (nth) => at[2 * nth + 1],
        theme,
      );
      return { from, to, graphics };
    });
    for (const { graphics } of old.values()) graphics.destroy();
  }

  function forgetLegs(): void {
    for (const { graphics } of legs) graphics.destroy();
    legs = [];
  }

  return {
    container,
    draw(progress, isShown, theme) {
      const { step } = world;
      container.visible = isShown;
      if (!changes(step, progress, places.x(0), places.y(0), isShown, theme)) return;
      // Remembered even when not shown, to be there when it is.
      if (progress === 1) memory.remember(step);
      if (!isShown) return;
      if (themeChanges(theme)) forgetLegs();
      updateLegs(theme);
      const last = memory.steps.findLast((one) => one.step < step);
      for (const { to, graphics } of legs) graphics.visible = to.step < step;
      head.visible = last !== undefined;
      if (!last) return;
      drawLines(
        head,
        last,
        (i) => shownX(places, rows[i], progress),
        (i) => shownY(places, rows[i], progress),
        theme,
      );
    },
    dispose: () => destroyTree(container),
  };
}
