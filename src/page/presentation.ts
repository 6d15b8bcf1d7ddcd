import { refreshTheme } from '../view/theme.ts';
import type { PageElements } from './page-elements.ts';

/** The picture, what is said of it, and time, large enough for the back of a room; nothing else. */
export interface Presentation {
  readonly isOn: boolean;
  show(isOn: boolean): void;
  /** @returns how to end the subscription */
  subscribe(listener: () => void): () => void;
}

/** `public/before-paint.js` shows a page that is opened for presenting so from the start. */
export function createPresentation({ stage, live }: Pick<PageElements, 'stage' | 'live'>) {
  const root = document.documentElement;
  const listeners = new Set<() => void>();
  const presentation: Presentation = {
    get isOn() {
      return root.dataset.present !== undefined;
    },
    show(isOn) {
      if (isOn === presentation.isOn) return;
      if (isOn) root.dataset.present = '';
      else delete root.dataset.present;
      // What is drawn takes other colours too.
      refreshTheme();
      live.textContent = isOn ? 'Presenting. P or Escape ends it.' : '';
      const { activeElement } = document;
      if (activeElement && !activeElement.checkVisibility()) stage.focus({ preventScroll: true });
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  // Comes before what the stage does with the key.
  window.addEventListener('keydown', (event) => leaveOnEscape(event, presentation), {
    capture: true,
  });
  return presentation;
}

function leaveOnEscape(event: KeyboardEvent, presentation: Presentation): void {
  if (event.key !== 'Escape' || !presentation.isOn) return;
  // A dialog and a field that is typed in have an Escape of their own.
  if (document.querySelector('dialog[open]')) return;
  if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
  event.preventDefault();
  event.stopPropagation();
  presentation.show(false);
}
