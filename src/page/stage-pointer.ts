import type { Session } from './session.ts';

const reachPixels = 14;
const touchReachPixels = 24;
/** A pointer that went further than this was dragging. */
const clickPixels = 5;

/** Hovering and clicking find the nearest point; a click on empty ground looks away. */
export function listenToStagePointer(host: HTMLElement, session: Session): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const pressed = new Set<number>();
  /** What may yet become a click: one pointer that hardly moves. */
  let press: { x: number; y: number; id: number } | null = null;

  function rowUnder(event: PointerEvent): number | null {
    const { camera } = session.stage;
    const box = host.getBoundingClientRect();
    const place = camera.toWorld(event.clientX - box.left, event.clientY - box.top);
    const reach = event.pointerType === 'touch' ? touchReachPixels : reachPixels;
    return session.view.pick(place.x, place.y, reach / camera.scale);
  }

  const isOnPicture = (event: Event) =>
    event.target === host || event.target instanceof HTMLCanvasElement;

  const hasTravelled = ({ clientX, clientY }: PointerEvent) =>
    press !== null && Math.hypot(clientX - press.x, clientY - press.y) > clickPixels;

  // d3-zoom keeps what it handles to itself, so these listen before it.
  const first = { signal, capture: true };
  host.addEventListener(
    'pointerdown',
    (event) => {
      pressed.add(event.pointerId);
      const isClick = pressed.size === 1 && event.button === 0 && isOnPicture(event);
      press = isClick ? { x: event.clientX, y: event.clientY, id: event.pointerId } : null;
    },
    first,
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === press?.id && hasTravelled(event)) press = null;
    },
    first,
  );
  for (const type of ['pointerup', 'pointercancel'] as const) {
    window.addEventListener(
      type,
      (event) => {
        pressed.delete(event.pointerId);
        if (event.pointerId !== press?.id) return;
        if (type === 'pointerup' && !hasTravelled(event)) session.pick(rowUnder(event));
        press = null;
      },
      first,
    );
  }

  host.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      const row = isOnPicture(event) && event.buttons === 0 ? rowUnder(event) : null;
      session.hover(row);
      host.classList.toggle('on-point', row !== null);
    },
    { signal },
  );
  host.addEventListener('pointerleave', () => session.hover(null), { signal });
  return () => controller.abort();
}
