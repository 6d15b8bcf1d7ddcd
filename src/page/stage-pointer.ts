import type { Session } from './session.ts';

const reachPixels = 14;
const touchReachPixels = 24;
/** A pointer that went further than this was dragging. */
const clickPixels = 5;

/** Hovering and clicking find the nearest point; a click on empty ground looks away. */
export function listenToStagePointer(host: HTMLElement, session: Session): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let pressed: { x: number; y: number; id: number } | null = null;

  function rowUnder(event: PointerEvent): number | null {
    const { camera } = session.stage;
    const box = host.getBoundingClientRect();
    const place = camera.toWorld(event.clientX - box.left, event.clientY - box.top);
    const reach = event.pointerType === 'touch' ? touchReachPixels : reachPixels;
    return session.view.pick?.(place.x, place.y, reach / camera.scale) ?? null;
  }

  const isOnPicture = (event: Event) =>
    event.target === host || event.target instanceof HTMLCanvasElement;

  host.addEventListener(
    'pointerdown',
    (event) => {
      pressed = isOnPicture(event)
        ? { x: event.clientX, y: event.clientY, id: event.pointerId }
        : null;
    },
    // d3-zoom keeps what it handles to itself, so this listens before it.
    { signal, capture: true },
  );
  host.addEventListener(
    'pointerup',
    (event) => {
      if (!pressed || pressed.id !== event.pointerId) return;
      const travelled = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
      pressed = null;
      if (travelled <= clickPixels) session.pick(rowUnder(event));
    },
    { signal, capture: true },
  );
  host.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      const row = isOnPicture(event) && event.buttons === 0 ? rowUnder(event) : null;
      session.hover(row);
      host.style.cursor = row === null ? '' : 'pointer';
    },
    { signal },
  );
  host.addEventListener('pointerleave', () => session.hover(null), { signal });
  return () => controller.abort();
}
