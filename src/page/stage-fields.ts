import type { StageField } from '../view/scene-view.ts';
import { makeFieldElement } from './make-field-element.ts';
import type { Session } from './session.ts';

export interface StageFields {
  /** Moves every field to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

/** Narrower than this nobody can type. */
const leastPixels = 56;

/** The scene's fields as inputs over the picture. Enter and leaving take a text over, Escape does not. */
export function createStageFields(host: HTMLElement, session: Session): StageFields {
  const controller = new AbortController();
  const { signal } = controller;
  const elements = new Map<string, HTMLElement>();
  let fields: readonly StageField[] = [];
  const fieldOf = (id: string) => fields.find((field) => field.id === id);
  const inputOf = (id: string) => elements.get(id)?.querySelector('input') ?? null;

  function describe(): void {
    fields = session.view.fields();
    for (const [id, element] of elements) {
      if (fieldOf(id)) continue;
      elements.delete(id);
      element.remove();
    }
    for (const { id, label, value } of fields) {
      const element = elements.get(id) ?? makeFieldElement(host, id, fieldOf);
      elements.set(id, element);
      const input = inputOf(id);
      if (!input) continue;
      input.setAttribute('aria-label', label);
      const isInUse = document.activeElement === input || input.ariaInvalid === 'true';
      if (!isInUse) input.value = value;
    }
  }

  const fieldUnder = ({ target }: Event) =>
    target instanceof HTMLInputElement && target.closest('.stage-field') ? target : null;
  /** What is typed takes the place of what is there. */
  host.addEventListener('focusin', (event) => fieldUnder(event)?.select(), { signal });
  host.addEventListener(
    'mousedown',
    (event) => {
      const input = fieldUnder(event);
      if (!input || input === document.activeElement) return;
      // Otherwise the press would put the caret where it was, and select nothing.
      event.preventDefault();
      input.focus();
    },
    { signal },
  );

  /** With a cell picked, typing a number goes into it. */
  host.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== host || fields.length !== 1) return;
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[\d.-]$/.test(event.key)) return;
      const input = inputOf(fields[0].id);
      if (!input) return;
      input.value = '';
      input.focus();
      // The zoom keys of the stage do not hear of it.
      event.stopImmediatePropagation();
    },
    { signal, capture: true },
  );

  const end = session.subscribe(describe);
  describe();
  return {
    frame() {
      const { camera } = session.stage;
      for (const { id, x, y, room } of fields) {
        const element = elements.get(id);
        if (!element) continue;
        const place = camera.toScreen(x, y);
        element.style.width = `${Math.max(leastPixels, room * camera.scale)}px`;
        element.style.transform = `translate(${place.x}px, ${place.y}px) translate(-50%, -50%)`;
      }
    },
    dispose() {
      end();
      controller.abort();
      for (const element of elements.values()) element.remove();
    },
  };
}
