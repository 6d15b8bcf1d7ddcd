import type { Handle } from '../view/scene-view.ts';
import type { Session } from './session.ts';

export interface StageHandles {
  /** Moves every handle to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

const keys: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The scene's handles as elements over the picture: they take focus, keys and every pointer. */
export function createStageHandles(host: HTMLElement, session: Session): StageHandles {
  const elements = new Map<string, HTMLElement>();
  let handles: readonly Handle[] = [];

  const handleOf = (id: string) => handles.find((handle) => handle.id === id);

  function make(id: string): HTMLElement {
    const element = document.createElement('div');
    element.className = 'stage-handle';
    element.dataset.handle = id;
    element.tabIndex = 0;
    element.setAttribute('role', 'slider');
    element.addEventListener('pointerdown', (event) => {
      // Or the camera would take it for a pan.
      event.stopPropagation();
      element.setPointerCapture(event.pointerId);
      element.focus();
      event.preventDefault();
    });
    for (const type of ['mousedown', 'touchstart', 'dblclick'] as const) {
      element.addEventListener(type, (event) => event.stopPropagation());
    }
    element.addEventListener('pointermove', (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      const box = host.getBoundingClientRect();
      const { camera } = session.stage;
      const place = camera.toWorld(event.clientX - box.left, event.clientY - box.top);
      handleOf(id)?.dragTo(place.x, place.y);
    });
    element.addEventListener('keydown', (event) => {
      const direction = keys[event.key];
      if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
      handleOf(id)?.nudge(...direction, event.shiftKey);
      event.preventDefault();
      event.stopPropagation();
    });
    host.append(element);
    return element;
  }

  function describe(): void {
    handles = session.view.handles?.(session.shown()) ?? [];
    for (const [id, element] of elements) {
      if (handleOf(id)) continue;
      element.remove();
      elements.delete(id);
    }
    for (const { id, label, value } of handles) {
      const element = elements.get(id) ?? make(id);
      elements.set(id, element);
      element.setAttribute('aria-label', label);
      if (!value) continue;
      element.setAttribute('aria-valuenow', String(value.now));
      element.setAttribute('aria-valuemin', String(value.min));
      element.setAttribute('aria-valuemax', String(value.max));
      element.setAttribute('aria-valuetext', value.text);
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
      for (const element of elements.values()) element.remove();
    },
  };
}
