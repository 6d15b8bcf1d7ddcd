import type { Session } from './session.ts';

/** A finger that went further than this moves the picture. */
const tapPixels = 8;
const touchReachPixels = 24;

/** Where on the picture a person points: a mouse that hovers, a pen, or the last tap of a finger. */
export interface Pointing {
  /** In world units; null where nobody points. */
  place(): { readonly x: number; readonly y: number } | null;
  /** The row of the point there, if there is one. */
  row(place: { readonly x: number; readonly y: number }): number | null;
  dispose(): void;
}

/** @param changed told whenever it may be another place */
export function listenToPointing(
  host: HTMLElement,
  session: Session,
  changed: () => void,
): Pointing {
  const controller = new AbortController();
  const { signal } = controller;
  let at: { readonly x: number; readonly y: number } | null = null;
  let isTouch = false;
  /** A finger that is down, and where it was put. */
  let finger: { readonly id: number; readonly x: number; readonly y: number } | null = null;

  const isOnPicture = ({ target }: Event) => target === host || target instanceof HTMLCanvasElement;
  const point = (event: PointerEvent | null) => {
    const box = event ? host.getBoundingClientRect() : null;
    at = event && box ? { x: event.clientX - box.left, y: event.clientY - box.top } : null;
    changed();
  };

  host.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') {
        const { clientX, clientY } = event;
        const isMine = finger?.id === event.pointerId;
        if (isMine && finger && Math.hypot(clientX - finger.x, clientY - finger.y) > tapPixels) {
          finger = null;
          point(null);
        }
        return;
      }
      isTouch = false;
      // A pressed button drags: a handle, or the picture.
      point(event.buttons === 0 && isOnPicture(event) ? event : null);
    },
    { signal, capture: true },
  );
  host.addEventListener(
    'pointerdown',
    (event) => {
      const isTap = event.pointerType === 'touch' && event.isPrimary && isOnPicture(event);
      isTouch = event.pointerType === 'touch';
      finger = isTap ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
      point(isTap ? event : null);
    },
    { signal, capture: true },
  );
  host.addEventListener(
    'pointerleave',
    (event) => {
      // A finger that is lifted leaves; what it has asked for stays.
      if (event.pointerType !== 'touch') point(null);
    },
    { signal },
  );
  return {
    place: () => at && session.stage.camera.toWorld(at.x, at.y),
    row: ({ x, y }) =>
      isTouch
        ? session.view.pick(x, y, touchReachPixels / session.stage.camera.scale)
        : session.hovered,
    dispose: () => controller.abort(),
  };
}
