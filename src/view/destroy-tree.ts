import type { Container } from 'pixi.js';

/**
 * Destroys a container with everything in it. Told to destroy children alone, pixi 8.22 keeps what their
 * Graphics draw, and its GPU buffers.
 */
export function destroyTree(container: Container): void {
  container.destroy({ children: true, context: true });
}
