import type { Handle } from '../view/scene-view.ts';
import { followDrag } from './follow-drag.ts';
import { describeHandleElement, makeHandleElement } from './handle-element.ts';
import type { Session } from './session.ts';

export interface StageHandles {
  /** Moves every handle to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

/** How near to a handle's edge it can be taken. */
const edgePixels = 6;
const edgeTouchPixels = 12;

/** The scene's handles as elements over the picture: they take focus, keys and every pointer. */
export function createStageHandles(host: HTMLElement, session: Session): StageHandles {
  const controller = new AbortController();
  const { signal } = controller;
  const elements = new Map<string, HTMLElement>();
  let handles: readonly Handle[] = [];
  const handleOf = (id: string) => handles.find((handle) => handle.id === id);

  const make = (id: string) =>
    makeHandleElement(host, id, {
      taken: (element, event) => take(id, element, event),
      nudged: (dx, dy, large) => handleOf(id)?.nudge(dx, dy, large),
    });

  /** From now until it is let go the pointer moves the handle, by as much as it moves itself. */
  function take(id: string, surface: HTMLElement, event: PointerEvent): void {
    const { camera } = session.stage;
    const at = handleOf(id)?.at();
    if (!at) return;
    const from = camera.toScreen(at.x, at.y);
    const offset = { x: from.x - event.clientX, y: from.y - event.clientY };
    elements.get(id)?.classList.add('taken');
    followDrag(surface, event, {
      move({ clientX, clientY }) {
        const place = camera.toWorld(clientX + offset.x, clientY + offset.y);
        handleOf(id)?.dragTo(place.x, place.y);
        session.changed();
      },
      end() {
        elements.get(id)?.classList.remove('taken');
        handleOf(id)?.drop?.();
        session.changed();
      },
    });
  }

  function placeUnder({ clientX, clientY }: PointerEvent) {
    const box = host.getBoundingClientRect();
    return session.stage.camera.toWorld(clientX - box.left, clientY - box.top);
  }

  /** The handle whose edge is under the pointer. */
  function edgeUnder(event: PointerEvent): Handle | undefined {
    if (!(event.target instanceof HTMLCanvasElement)) return undefined;
    const { x, y } = placeUnder(event);
    const pixels = event.pointerType === 'touch' ? edgeTouchPixels : edgePixels;
    const reach = pixels / session.stage.camera.scale;
    return handles.find(({ edge }) => edge?.isAt(x, y, reach));
  }

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const handle = edgeUnder(event);
      if (!handle) return;
      const { x, y } = placeUnder(event);
      handle.edge?.moveTo(x, y);
      take(handle.id, host, event);
    },
    { signal, capture: true },
  );
  const showEdge = (event: PointerEvent) =>
    host.classList.toggle('on-edge', event.buttons === 0 && edgeUnder(event) !== undefined);
  host.addEventListener('pointermove', showEdge, { signal });

  function describe(): void {
    handles = session.view.handles();
    for (const [id, element] of elements) {
      if (handleOf(id)) continue;
      element.remove();
      elements.delete(id);
    }
    for (const handle of handles) {
      const { id } = handle;
      const element = elements.get(id) ?? make(id);
      elements.set(id, element);
      describeHandleElement(element, handle);
    }
  }

  const end = session.subscribe(describe);
  describe();
  return {
    frame() {
      for (const handle of handles) {
        const { x, y } = handle.at();
        const place = session.stage.camera.toScreen(x, y);
        const element = elements.get(handle.id);
        if (element) element.style.transform = `translate(${place.x}px, ${place.y}px)`;
      }
    },
    dispose() {
      end();
      controller.abort();
      for (const element of elements.values()) element.remove();
    },
  };
}
