const kinds = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'click'] as const;
/** Held down, these do nothing by themselves. */
const modifiers: ReadonlySet<string> = new Set([
  ...['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'Fn'],
  ...['CapsLock', 'NumLock', 'ScrollLock'],
]);

/**
 * Calls back at any press of pointer, key, wheel or finger anywhere on the page, before it does anything
 * else. A pointer that only moves presses nothing, and neither does a modifier key.
 *
 * @returns how to stop listening
 */
export function listenToPresses(act: () => void): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true, passive: true };
  for (const kind of kinds) {
    window.addEventListener(
      kind,
      (event) => {
        if (!(event instanceof KeyboardEvent && modifiers.has(event.key))) act();
      },
      options,
    );
  }
  return () => controller.abort();
}
