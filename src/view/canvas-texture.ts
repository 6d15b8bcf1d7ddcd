import { Texture } from 'pixi.js';

/** A picture that is painted on a canvas and drawn by pixi. */
export interface CanvasTexture {
  readonly canvas: HTMLCanvasElement;
  readonly texture: Texture;
  /** Gives it back, to be painted anew by whoever takes one next. */
  giveBack(): void;
}

const free = new Map<number, CanvasTexture[]>();

/**
 * Takes a square picture. They are used again, because pixi 8.22 keeps a bind group for every texture
 * that it ever put on a sprite, for good.
 */
export function takeCanvasTexture(pixels: number): CanvasTexture {
  const kept = free.get(pixels) ?? [];
  free.set(pixels, kept);
  const one = kept.pop();
  if (one) return one;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = pixels;
  const texture = Texture.from(canvas);
  const made: CanvasTexture = {
    canvas,
    texture,
    giveBack() {
      // Off the GPU; the next one to draw it may be another renderer.
      texture.source.unload();
      kept.push(made);
    },
  };
  return made;
}
