import { Container, Graphics } from 'pixi.js';
import type { WeightKernel } from '../../../maths/weight-kernel.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { Theme } from '../../../view/theme.ts';
import { drawHalo } from './draw-halo.ts';

/** The halo is drawn once in this size and then scaled. */
const drawnBandwidth = 100;

/** A point's kernel around it, with a line at one bandwidth: the gaussian's standard deviation, the triangle's reach. */
export interface Halo {
  /** Around zero, in CSS pixels. */
  readonly container: Container;
  draw(kernel: WeightKernel, bandwidthPixels: number, theme: Theme): void;
}

export function createHalo(): Halo {
  const container = new Container();
  const glow = container.addChild(new Graphics());
  const edge = container.addChild(new Graphics());
  const glowChanges = createChangeWatcher();
  const edgeChanges = createChangeWatcher();
  return {
    container,
    draw(kernel, bandwidthPixels, theme) {
      if (glowChanges(kernel, theme)) drawHalo(glow, kernel, drawnBandwidth, theme.accent);
      glow.scale.set(bandwidthPixels / drawnBandwidth);
      if (edgeChanges(bandwidthPixels, theme)) {
        edge.clear().circle(0, 0, bandwidthPixels).stroke({ width: 2, color: theme.accent });
      }
    },
  };
}
