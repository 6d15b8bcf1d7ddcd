import type { Stage } from './stage.ts';

/** A picture that still lies over the one that has taken its place. */
export interface HeldPicture {
  /** @param part 1 hides what is below, 0 shows it */
  fade(part: number): void;
  remove(): void;
}

/** Keeps what the stage shows now over whatever it shows next; null where the browser draws no pictures. */
export function holdPicture(stage: Stage): HeldPicture | null {
  const { canvas: shown } = stage.renderer;
  if (!(shown instanceof HTMLCanvasElement)) return null;
  const held = document.createElement('canvas');
  const pen = held.getContext('2d');
  if (!pen) return null;
  const picture = stage.picture(window.devicePixelRatio || 1);
  held.width = picture.width;
  held.height = picture.height;
  held.className = 'held';
  held.setAttribute('aria-hidden', 'true');
  held.style.width = `${stage.camera.width}px`;
  held.style.height = `${stage.camera.height}px`;
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--surface');
  pen.fillRect(0, 0, held.width, held.height);
  pen.drawImage(picture, 0, 0);
  shown.after(held);
  return {
    fade(part) {
      held.style.opacity = part.toFixed(3);
    },
    remove() {
      held.remove();
      // Its memory goes now, and not when it is found to be unused.
      held.width = held.height = 0;
    },
  };
}
