import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Pans and zooms by mouse, pen, touch and wheel; y points up, as in a plot. */
export interface Camera {
  /** CSS pixels a world unit. */
  readonly scale: number;
  toScreen(x: number, y: number): { x: number; y: number };
  toWorld(x: number, y: number): { x: number; y: number };
  /** Shows these bounds whole, with a margin. */
  fit(bounds: Bounds): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  onMove(listener: () => void): void;
  dispose(): void;
}

const marginPixels = 32;

/** @param surface what is dragged and pinched; its size in CSS pixels is the camera's */
export function createCamera(surface: HTMLElement): Camera {
  const listeners: (() => void)[] = [];
  let transform: ZoomTransform = zoomIdentity;
  const selection = select<HTMLElement, unknown>(surface);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1e-3, 1e6])
    .on('zoom', (event: { transform: ZoomTransform }) => {
      transform = event.transform;
      for (const listener of listeners) listener();
    });
  selection.call(behaviour).on('dblclick.zoom', null);

  return {
    get scale() {
      return transform.k;
    },
    toScreen: (x, y) => ({ x: transform.applyX(x), y: transform.applyY(-y) }),
    toWorld: (x, y) => ({ x: transform.invertX(x), y: -transform.invertY(y) }),
    fit({ left, right, bottom, top }) {
      const { clientWidth: width, clientHeight: height } = surface;
      // A single point has no extent; then one world unit fills the view.
      const across = right - left || 1;
      const up = top - bottom || 1;
      const k = Math.min(
        Math.max(1, width - 2 * marginPixels) / across,
        Math.max(1, height - 2 * marginPixels) / up,
      );
      const x = width / 2 - (k * (left + right)) / 2;
      const y = height / 2 + (k * (bottom + top)) / 2;
      behaviour.transform(selection, zoomIdentity.translate(x, y).scale(k));
    },
    panBy: (dx, dy) => behaviour.translateBy(selection, dx / transform.k, dy / transform.k),
    zoomBy: (factor) => behaviour.scaleBy(selection, factor),
    onMove: (listener) => listeners.push(listener),
    dispose: () => selection.on('.zoom', null),
  };
}
