import type { Theme } from '../../../view/theme.ts';

/**
 * Paints a function's height into a canvas, the low dark and the high light, with a line where one of
 * twelve equal parts of its range ends. Heights are ranked by their logarithm above the lowest: a
 * valley floor would be one colour otherwise.
 *
 * @param height at a part of the width and a part of the height, from 0 to 1
 */
export function paintHeat(
  canvas: HTMLCanvasElement,
  height: (across: number, down: number) => number,
  { surface, clusters }: Theme,
): void {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser gives no canvas to paint the field on');
  const { width } = canvas;
  const values = new Float64Array(width * width);
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    const value = height(((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / width);
    values[at] = value;
    if (value < least) least = value;
  }
  const above = values.map((value) => Math.log1p(value - least));
  const most = above.reduce((max, value) => (value > max ? value : max), 0) || 1;
  const image = pen.createImageData(width, width);
  for (let at = 0; at < values.length; at++) {
    const part = above[at] / most;
    const isLine =
      at % width > 0 && Math.floor(part * 12) !== Math.floor((above[at - 1] / most) * 12);
    for (let channel = 0; channel < 3; channel++) {
      const shift = 16 - 8 * channel;
      const [low, high] = [(clusters[0] >> shift) & 255, (surface >> shift) & 255];
      const mixed = Number.isNaN(part) ? 128 : low + (high - low) * (0.15 + 0.85 * part);
      image.data[4 * at + channel] = isLine ? mixed * 0.85 : mixed;
    }
    image.data[4 * at + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
}
