import type { Handle } from '../view/scene-view.ts';

const keys: Readonly<Record<string, readonly [dx: -1 | 0 | 1, dy: -1 | 0 | 1, large?: boolean]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 1, true],
  PageDown: [0, -1, true],
};

/** A handle's element: it takes focus, the arrow keys and the pointer. */
export function makeHandleElement(
  host: HTMLElement,
  id: string,
  {
    taken,
    nudged,
  }: {
    taken(element: HTMLElement, event: PointerEvent): void;
    nudged: Handle['nudge'];
  },
): HTMLElement {
  const element = document.createElement('div');
  element.className = 'stage-handle';
  element.dataset.handle = id;
  element.tabIndex = 0;
  element.setAttribute('role', 'slider');
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    taken(element, event);
    element.focus();
  });
  element.addEventListener('keydown', (event) => {
    const key = keys[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    const [dx, dy, large = event.shiftKey] = key;
    nudged(dx, dy, large);
    event.preventDefault();
    event.stopPropagation();
  });
  host.append(element);
  return element;
}

/** Says to screen readers what a handle is, and its value. */
export function describeHandleElement(
  element: HTMLElement,
  { label, value }: Pick<Handle, 'label' | 'value'>,
): void {
  element.setAttribute('aria-label', label);
  if (!value) return;
  element.setAttribute('aria-valuenow', String(value.now));
  element.setAttribute('aria-valuemin', String(value.min));
  element.setAttribute('aria-valuemax', String(value.max));
  element.setAttribute('aria-valuetext', value.text);
}
