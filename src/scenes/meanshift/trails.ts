import { Graphics } from 'pixi.js';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { Theme } from '../../view/theme.ts';
import type { PointPlaces } from './point-places.ts';

const mostPoints = 500;
const mostSteps = 24;

export interface Trails {
  readonly graphics: Graphics;
  /** Follows the world's steps, forward and back; a step's line appears when its motion is done. */
  draw(progress: number, visible: boolean, theme: Theme, scale: number): void;
  dispose(): void;
}

/** The way that points came, of every point or an even sample of 500, over the last 24 steps. */
export function createTrails(world: MeanShiftWorld, places: PointPlaces): Trails {
  const graphics = new Graphics();
  const stride = Math.max(1, Math.ceil(places.count / mostPoints));
  const rows = Array.from({ length: Math.ceil(places.count / stride) }, (_, i) => i * stride);
  /** Each step's places, two numbers a row, by the step's number. */
  const steps = new Map<number, Float64Array>();
  let drawn = '';

  function remember(): void {
    const { step } = world;
    for (const known of steps.keys()) {
      if (known > step || known <= step - mostSteps) steps.delete(known);
    }
    const place = new Float64Array(2 * rows.length);
    for (const [i, row] of rows.entries()) {
      place[2 * i] = places.x(row);
      place[2 * i + 1] = places.y(row);
    }
    steps.set(step, place);
  }

  return {
    graphics,
    draw(progress, visible, { clusters }, scale) {
      graphics.visible = visible;
      if (progress < 1) return;
      const key = [world.step, places.x(0), visible, scale, clusters[0]].join();
      if (key === drawn) return;
      drawn = key;
      remember();
      graphics.clear();
      if (!visible) return;
      const known = [...steps.keys()].sort((a, b) => a - b);
      for (const [i, row] of rows.entries()) {
        for (const [nth, step] of known.entries()) {
          const place = steps.get(step)!;
          if (nth === 0) graphics.moveTo(place[2 * i], place[2 * i + 1]);
          else graphics.lineTo(place[2 * i], place[2 * i + 1]);
        }
        const color = clusters[places.source(row) % clusters.length];
        graphics.stroke({ width: 1 / scale, color, alpha: 0.35 });
      }
    },
    dispose: () => graphics.destroy(),
  };
}
