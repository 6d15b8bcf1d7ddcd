import { Graphics } from 'pixi.js';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { Theme } from '../../../view/theme.ts';

const centrePixels = 3.5;

/** A ring around a point, of one size on the screen. */
export interface Ring {
  readonly graphics: Graphics;
  /**
   * @param x @param y in world units
   * @param scale CSS pixels a world unit
   * @param centre the point's own colour, to see it under what is drawn from it
   */
  draw(x: number, y: number, scale: number, theme: Theme, centre: number): void;
}

export function createRing(radiusPixels: number): Ring {
  const graphics = new Graphics();
  const changes = createChangeWatcher();
  return {
    graphics,
    draw(x, y, scale, theme, centre) {
      if (changes(theme, centre)) {
        graphics
          .clear()
          .circle(0, 0, radiusPixels)
          .fill({ color: theme.surface, alpha: 0.6 })
          .stroke({ width: 5, color: theme.surface })
          .circle(0, 0, radiusPixels)
          .stroke({ width: 2, color: theme.ink })
          .circle(0, 0, centrePixels)
          .fill({ color: centre });
      }
      graphics.position.set(x, y);
      graphics.scale.set(1 / scale);
    },
  };
}
