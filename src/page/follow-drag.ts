export interface Drag {
  move(event: PointerEvent): void;
  end(): void;
}

/**
 * Follows a pointer that was pressed on an element until it is let go, wherever it goes, and keeps the
 * press from whoever else would take it for theirs: the camera would pan.
 */
export function followDrag(surface: HTMLElement, pressed: PointerEvent, drag: Drag): void {
  const controller = new AbortController();
  const { signal } = controller;
  const { pointerId } = pressed;
  const isMine = (event: PointerEvent) => event.pointerId === pointerId;
  pressed.preventDefault();
  surface.setPointerCapture(pointerId);
  // d3-zoom listens to these, which follow the pointer's own event.
  for (const type of ['mousedown', 'touchstart'] as const) {
    surface.addEventListener(type, (event) => event.stopImmediatePropagation(), {
      signal,
      capture: true,
    });
  }
  surface.addEventListener(
    'pointermove',
    (event) => {
      if (isMine(event)) drag.move(event);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    surface.addEventListener(
      type,
      (event) => {
        if (!isMine(event) || signal.aborted) return;
        controller.abort();
        drag.end();
      },
      { signal },
    );
  }
}
