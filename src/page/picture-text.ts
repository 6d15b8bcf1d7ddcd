import type { Session } from './session.ts';
import { wrapText } from './wrap-text.ts';

/** What stands under a saved picture. */
export interface PictureText {
  /** What the picture shows, with its numbers; empty where the scene says nothing. */
  readonly caption: string;
  /** The scene and its step. */
  readonly step: string;
  /** The address that opens it. */
  readonly address: string;
}

export const pictureText = (session: Session, address: string): PictureText => ({
  caption: session.view.caption(),
  step: `${session.scene.title}: ${session.description.summary}`,
  address,
});

/** In CSS pixels. */
const edge = 16;
const gap = 6;
const lineHeight = 1.4;

/**
 * Writes a text below a picture, in the page's type and colours.
 *
 * @param ratio pixels of the picture a CSS pixel
 * @returns the picture with the text under it
 * @throws Error if the browser has no 2D canvas
 */
export function writeUnder(
  picture: HTMLCanvasElement,
  { caption, step, address }: PictureText,
  ratio: number,
): HTMLCanvasElement {
  const whole = document.createElement('canvas');
  const pen = whole.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures to save');
  const { fontFamily } = getComputedStyle(document.body);
  const token = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const parts = [
    { text: caption, pixels: 15, colour: '--ink' },
    { text: step, pixels: 13, colour: '--ink-soft' },
    { text: address, pixels: 12, colour: '--ink-soft' },
  ].filter(({ text }) => text !== '');
  const fontOf = (pixels: number) => `${pixels * ratio}px ${fontFamily}`;
  const set = parts.map((part) => {
    pen.font = fontOf(part.pixels);
    const widest = picture.width - 2 * edge * ratio;
    const lines = wrapText(part.text, widest, (text) => pen.measureText(text).width);
    return { ...part, lines, height: lines.length * part.pixels * lineHeight * ratio };
  });
  const heights = set.reduce((sum, { height }) => sum + height, 0);
  const room = heights + (2 * edge + gap * (set.length - 1)) * ratio;
  whole.width = picture.width;
  whole.height = picture.height + Math.ceil(room);
  pen.fillStyle = token('--surface');
  pen.fillRect(0, 0, whole.width, whole.height);
  pen.drawImage(picture, 0, 0);
  pen.fillStyle = token('--border');
  pen.fillRect(0, picture.height, whole.width, ratio);
  pen.textBaseline = 'middle';
  let top = picture.height + edge * ratio;
  for (const { lines, pixels, colour } of set) {
    pen.font = fontOf(pixels);
    pen.fillStyle = token(colour);
    for (const line of lines) {
      pen.fillText(line, edge * ratio, top + (pixels * lineHeight * ratio) / 2);
      top += pixels * lineHeight * ratio;
    }
    top += gap * ratio;
  }
  return whole;
}
