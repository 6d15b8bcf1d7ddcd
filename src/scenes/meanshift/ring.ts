import { Graphics } from 'pixi.js';
import { createChangeWatcher } from '../../view/change-watcher.ts';
import type { Theme } from '../../view/theme.ts';

/** A ring around a point, of one size on the screen. */
export interface Ring {
  readonly graphics: Graphics;
  /** @param x @param y in world units; @param scale CSS pixels a world unit */
  draw(x: number, y: number, scale: number, theme: Theme): void;
}

export function createRing(radiusPixels: number): Ring {
  const graphics = new Graphics();
  const changes = createChangeWatcher();
  return {
    graphics,
    draw(x, y, scale, theme) {
      if (changes(theme)) {
        graphics
          .clear()
          .circle(0, 0, radiusPixels)
          .stroke({ width: 5, color: theme.surface })
          .circle(0, 0, radiusPixels)
          .stroke({ width: 2, color: theme.ink });
      }
      graphics.position.set(x, y);
      graphics.scale.set(1 / scale);
    },
  };
}
