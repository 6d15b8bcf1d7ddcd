import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { View } from './view.ts';

/** What is dragged, pinched and scrolled. In the world y points up, on the screen down. */
export interface ZoomSurface {
  /** CSS pixels a world unit. */
  readonly scale: number;
  toScreen(x: number, y: number): { x: number; y: number };
  toWorld(x: number, y: number): { x: number; y: number };
  /** Looks at a place in the middle of so many CSS pixels. */
  look(view: View, width: number, height: number): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  dispose(): void;
}

/** @param onMove told after each move, and whether it was a person's */
export function createZoomSurface(
  surface: HTMLElement,
  onMove: (isPersons: boolean) => void,
): ZoomSurface {
  let transform: ZoomTransform = zoomIdentity;
  let looking = false;
  const selection = select<HTMLElement, unknown>(surface);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1e-3, 1e6])
    .on('zoom', (event: { transform: ZoomTransform }) => {
      transform = event.transform;
      onMove(!looking);
    });
  selection.call(behaviour).on('dblclick.zoom', null);
  return {
    get scale() {
      return transform.k;
    },
    toScreen: (x, y) => ({ x: transform.applyX(x), y: transform.applyY(-y) }),
    toWorld: (x, y) => ({ x: transform.invertX(x), y: -transform.invertY(y) }),
    look({ x, y, scale }, width, height) {
      looking = true;
      const middle = zoomIdentity.translate(width / 2 - scale * x, height / 2 + scale * y);
      behaviour.transform(selection, middle.scale(scale));
      looking = false;
    },
    panBy: (dx, dy) => behaviour.translateBy(selection, dx / transform.k, dy / transform.k),
    zoomBy: (factor) => behaviour.scaleBy(selection, factor),
    dispose() {
      selection.on('.zoom', null);
    },
  };
}
