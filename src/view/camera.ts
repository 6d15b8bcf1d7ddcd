import { captionPixels, freePart, marginPixels, type SurfaceSize } from './free-part.ts';
import { createGlide } from './glide.ts';
import type { View } from './view.ts';
import { createZoomSurface } from './zoom-surface.ts';

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
  /** The surface's size in CSS pixels, as it was measured last: reading it costs no layout. */
  readonly width: number;
  readonly height: number;
  toScreen(x: number, y: number): { x: number; y: number };
  toWorld(x: number, y: number): { x: number; y: number };
  /** How large a rem is, in the 16 CSS pixels that it mostly is: what is written on the picture grows with it. */
  readonly textScale: number;
  /** How much of the surface's right side is kept for what stands beside the picture, in CSS pixels: its `--aside`. */
  readonly aside: number;
  /** Whether a place in the world can be seen. */
  isVisible(x: number, y: number): boolean;
  /**
   * Sets what `showAll` shows, and shows it.
   *
   * @param bounds asked again at each resize: a picture may fill the surface, whatever its shape
   */
  frame(bounds: () => Bounds): void;
  /** What `showAll` shows. */
  readonly framed: Bounds;
  /**
   * Glides to where what was framed is shown whole, with a margin; so does a resize, at once, until a
   * person moves the camera.
   */
  showAll(): void;
  /** Glides to a part of the world, shown with a margin; the camera then stays there. */
  showPart(bounds: Bounds): void;
  /** Where it looks, or glides to; null where it fits. */
  readonly view: View | null;
  /** Where it looks now, also on its way. */
  readonly place: View;
  show(view: View): void;
  /** Comes from a view to the one of now, instead of being there at once. */
  glideFrom(view: View, ms: number): void;
  /** Lets real time pass; without it nothing glides. */
  advance(ms: number): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  /** @returns how to end listening */
  onMove(listener: () => void): () => void;
  dispose(): void;
}

const glideMs = 400;
const remPixels = 16;
/** Who wishes for less motion is there at once. */
const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** What lies nearer to the edge than this cannot be seen or taken well. */
const edgePixels = 12;

/** @param surface what is dragged and pinched; its size in CSS pixels is the camera's */
export function createCamera(surface: HTMLElement): Camera {
  const listeners = new Set<() => void>();
  let framed = (): Bounds => ({ left: -1, right: 1, bottom: -1, top: 1 });
  let middle = { x: 0, y: 0 };
  let fits = true;
  let { clientWidth: width, clientHeight: height } = surface;
  let textScale = textScaleNow();
  let aside = asideNow(surface);
  const zoomed = createZoomSurface(surface, (isPersons) => {
    if (isPersons) {
      fits = false;
      glide.end();
    }
    middle = zoomed.toWorld(width / 2, height / 2);
    for (const listener of listeners) listener();
  });
  const look = (view: View) => zoomed.look(view, width, height);

  const placeNow = (): View => ({ ...middle, scale: zoomed.scale });
  const viewOf = (bounds: Bounds) => viewThatHolds(bounds, { width, height, textScale, aside });

  const glide = createGlide(look);

  function jumpTo(view: View): void {
    glide.end();
    look(view);
  }

  function glideTo(to: View, from = placeNow(), ms = glideMs): void {
    if (reducesMotion.matches) jumpTo(to);
    else glide.begin(from, to, ms);
  }

  function glideInto(bounds: Bounds, isWhole: boolean): void {
    glideTo(viewOf(bounds));
    fits = isWhole;
  }

  function showFramed(): void {
    jumpTo(viewOf(framed()));
    fits = true;
  }

  /** A resize keeps what is in the middle in the middle. */
  const observer = new ResizeObserver(() => {
    ({ clientWidth: width, clientHeight: height } = surface);
    textScale = textScaleNow();
    aside = asideNow(surface);
    if (fits) showFramed();
    else jumpTo(glide.to ?? placeNow());
  });
  observer.observe(surface);

  return {
    get scale() {
      return zoomed.scale;
    },
    get width() {
      return width;
    },
    get height() {
      return height;
    },
    get textScale() {
      return textScale;
    },
    get aside() {
      return aside;
    },
    toScreen: zoomed.toScreen,
    toWorld: zoomed.toWorld,
    isVisible(x, y) {
      const place = zoomed.toScreen(x, y);
      return isWithin(place.x, width) && isWithin(place.y, height);
    },
    frame(bounds) {
      framed = bounds;
      showFramed();
    },
    get framed() {
      return framed();
    },
    showAll: () => glideInto(framed(), true),
    showPart: (bounds) => glideInto(bounds, false),
    get view() {
      return fits ? null : (glide.to ?? placeNow());
    },
    get place() {
      return placeNow();
    },
    show(view) {
      jumpTo(view);
      fits = false;
    },
    glideFrom: (from, ms) => glideTo(glide.to ?? placeNow(), from, ms),
    advance: glide.advance,
    panBy: zoomed.panBy,
    zoomBy: zoomed.zoomBy,
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      observer.disconnect();
      zoomed.dispose();
    },
  };
}

const isWithin = (at: number, size: number) => at >= edgePixels && at <= size - edgePixels;

/** What shows bounds whole on a surface of some CSS pixels, with a margin. */
function viewThatHolds({ left, right, bottom, top }: Bounds, size: SurfaceSize): View {
  const below = captionPixels * size.textScale;
  const free = freePart(size);
  // A single point has no extent; then one world unit fills the view.
  const scale = Math.min(free.width / (right - left || 1), free.height / (top - bottom || 1));
  const y = (bottom + top) / 2 - (below - marginPixels) / 2 / scale;
  return { x: (left + right) / 2 + size.aside / 2 / scale, y, scale };
}

const textScaleNow = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / remPixels || 1;

/** In rem, as what stands there is. */
const asideNow = (surface: HTMLElement) =>
  remPixels *
  textScaleNow() *
  (Number.parseFloat(getComputedStyle(surface).getPropertyValue('--aside')) || 0);
