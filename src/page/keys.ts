/** What a key does. */
export interface KeyAction {
  /** As `KeyboardEvent.key` has it. */
  readonly key: string;
  /** What it does, for the help. */
  readonly help: string;
  act(): void;
}

/**
 * Keys for the whole page. They work while a slider or a checkbox has focus, not while text is
 * typed; Space on something that it would press keeps its own meaning.
 *
 * @returns how to stop listening
 */
export function listenToKeys(actions: readonly KeyAction[]): () => void {
  const controller = new AbortController();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const { target } = event;
      if (target instanceof Element && isTyping(target)) return;
      if (event.key === ' ' && target instanceof Element && pressesOnSpace(target)) return;
      const action = actions.find(
        ({ key }) => key === event.key || key === event.key.toLowerCase(),
      );
      if (!action) return;
      event.preventDefault();
      // Held down, a step follows a step; play and pause would flicker.
      if (event.repeat && event.key === ' ') return;
      action.act();
    },
    { signal: controller.signal },
  );
  return () => controller.abort();
}

const isTyping = (target: Element) =>
  target.closest('textarea, select, [contenteditable=""], [contenteditable="true"]') !== null ||
  (target instanceof HTMLInputElement &&
    !['range', 'checkbox', 'radio', 'button'].includes(target.type));

const pressesOnSpace = (target: Element) =>
  target.closest(
    'button, a, summary, input[type="checkbox"], input[type="radio"], [role="tab"], [role="button"]',
  ) !== null;
