import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Where a camera looks: a centre in world units, and CSS pixels a world unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Pans and zooms by mouse, pen, touch and wheel; y points up, as in a plot. */
export interface Camera {
  /** CSS pixels a world unit. */
  readonly scale: number;
  /** The surface's size in CSS pixels, as it was measured last: reading it costs no layout. */
  readonly width: number;
  readonly height: number;
  toScreen(x: number, y: number): { x: number; y: number };
  toWorld(x: number, y: number): { x: number; y: number };
  /** Whether a place in the world can be seen. */
  isVisible(x: number, y: number): boolean;
  /** Sets what `showAll` shows, and shows it. */
  frame(bounds: Bounds): void;
  /** Shows what was framed whole, with a margin; so does a resize until a person moves the camera. */
  showAll(): void;
  /** Shows a part of the world, with a margin; the camera then stays there. */
  showPart(bounds: Bounds): void;
  /** The centre of the view in world units, and the scale; null while it fits. */
  readonly view: View | null;
  show(view: View): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  /** @returns how to end listening */
  onMove(listener: () => void): () => void;
  dispose(): void;
}

const marginPixels = 28;
/** At the bottom of the stage stand the grid's numbers and the caption. */
const captionPixels = 92;

/** What lies nearer to the edge than this cannot be seen or taken well. */
const edgePixels = 12;

/** @param surface what is dragged and pinched; its size in CSS pixels is the camera's */
export function createCamera(surface: HTMLElement): Camera {
  const listeners = new Set<() => void>();
  let transform: ZoomTransform = zoomIdentity;
  let framed: Bounds = { left: -1, right: 1, bottom: -1, top: 1 };
  let middle = { x: 0, y: 0 };
  let fits = true;
  let { clientWidth: width, clientHeight: height } = surface;
  /** Moves that are not a person's. */
  let fitting = false;
  const selection = select<HTMLElement, unknown>(surface);
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1e-3, 1e6])
    .on('zoom', (event: { transform: ZoomTransform }) => {
      transform = event.transform;
      if (!fitting) fits = false;
      middle = middleOf(transform);
      for (const listener of listeners) listener();
    });
  selection.call(behaviour).on('dblclick.zoom', null);

  const middleOf = (now: ZoomTransform) => ({
    x: now.invertX(width / 2),
    y: -now.invertY(height / 2),
  });

  function look({ x, y, scale }: View): void {
    fitting = true;
    behaviour.transform(
      selection,
      zoomIdentity.translate(width / 2 - scale * x, height / 2 + scale * y).scale(scale),
    );
    fitting = false;
  }

  function showAll(): void {
    look(viewOf(framed, width, height));
    fits = true;
  }

  /** A resize keeps what is in the middle in the middle. */
  const observer = new ResizeObserver(() => {
    ({ clientWidth: width, clientHeight: height } = surface);
    if (fits) showAll();
    else look({ ...middle, scale: transform.k });
  });
  observer.observe(surface);

  return {
    get scale() {
      return transform.k;
    },
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    toScreen: (x, y) => ({ x: transform.applyX(x), y: transform.applyY(-y) }),
    toWorld: (x, y) => ({ x: transform.invertX(x), y: -transform.invertY(y) }),
    isVisible(x, y) {
      const across = transform.applyX(x);
      const down = transform.applyY(-y);
      return (
        across >= edgePixels &&
        down >= edgePixels &&
        across <= width - edgePixels &&
        down <= height - edgePixels
      );
    },
    frame(bounds) {
      framed = bounds;
      showAll();
    },
    showAll,
    showPart(bounds) {
      look(viewOf(bounds, width, height));
      fits = false;
    },
    get view() {
      if (fits) return null;
      return { ...middle, scale: transform.k };
    },
    show(view) {
      look(view);
      fits = false;
    },
    panBy: (dx, dy) => behaviour.translateBy(selection, dx / transform.k, dy / transform.k),
    zoomBy: (factor) => behaviour.scaleBy(selection, factor),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      observer.disconnect();
      selection.on('.zoom', null);
    },
  };
}

/** What shows bounds whole on a surface of some CSS pixels, with a margin. */
function viewOf({ left, right, bottom, top }: Bounds, width: number, height: number): View {
  const free = {
    width: Math.max(1, width - 2 * marginPixels),
    height: Math.max(1, height - marginPixels - captionPixels),
  };
  // A single point has no extent; then one world unit fills the view.
  const scale = Math.min(free.width / (right - left || 1), free.height / (top - bottom || 1));
  const y = (bottom + top) / 2 - (captionPixels - marginPixels) / 2 / scale;
  return { x: (left + right) / 2, y, scale };
}
