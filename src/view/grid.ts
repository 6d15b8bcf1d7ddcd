import type { Camera } from './camera.ts';
import { gridValues } from './grid-values.ts';
import { onFontsLoaded } from './on-fonts-loaded.ts';
import { currentTheme, type Theme } from './theme.ts';
import { tickTexts } from './tick-texts.ts';

/** Lines are at least this far apart. */
const spacingPixels = 72;
/** Where the numbers of the two axes would meet there are none. */
const cornerPixels = 24;
const numberPixels = 12;
/** Numbers nearer to each other than this read as one. */
const gapPixels = 8;

export interface Grid {
  readonly canvas: HTMLCanvasElement;
  /**
   * Draws it, if what it shows has changed.
   *
   * @param ratio pixels a CSS pixel, along each side
   */
  draw(ratio: number): void;
  dispose(): void;
}

/**
 * A faint grid with the world's coordinates behind the picture. It is a canvas of its own, which
 * costs nothing while the camera stands still.
 */
export function createGrid(host: HTMLElement, camera: Camera): Grid {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  const pen = penOf(canvas);
  const style = getComputedStyle(document.documentElement);
  let hasMoved = true;
  let drawn: { width: number; height: number; theme: Theme; ratio: number } | null = null;
  camera.onMove(() => {
    hasMoved = true;
  });
  const forgetFonts = onFontsLoaded(() => {
    drawn = null;
  });

  function prepare(width: number, height: number, ratio: number): void {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    pen.scale(ratio, ratio);
    pen.font = `${numberPixels * camera.textScale}px ${style.getPropertyValue('--font')}`;
    pen.fillStyle = style.getPropertyValue('--ink-soft');
  }

  /** Where the last number along the bottom ends. */
  let end = 0;

  /** One line and, clear of the corner and of the number before, its own. */
  function rule(value: number, number: string, upright: boolean): void {
    const { width, height, textScale } = camera;
    const corner = cornerPixels * textScale;
    const at = upright ? camera.toScreen(value, 0).x : camera.toScreen(0, value).y;
    // On half a pixel a line is one pixel wide.
    const sharp = Math.round(at) + 0.5;
    pen.strokeStyle = style.getPropertyValue(value === 0 ? '--border' : '--grid');
    pen.beginPath();
    pen.moveTo(upright ? sharp : 0, upright ? 0 : sharp);
    pen.lineTo(upright ? sharp : width, upright ? height : sharp);
    pen.stroke();
    const half = pen.measureText(number).width / 2;
    if (upright && at - half > Math.max(corner, end) && at + half < width) {
      end = at + half + gapPixels;
      pen.fillText(number, at - half, height - 6);
    } else if (!upright && at < height - corner && at > numberPixels * textScale) {
      pen.fillText(number, 6, at - 4);
    }
  }

  return {
    canvas,
    draw(ratio) {
      const { width, height } = camera;
      const theme = currentTheme();
      const isOfSize = drawn?.width === width && drawn.height === height && drawn.ratio === ratio;
      if (isOfSize && drawn?.theme === theme && !hasMoved) return;
      hasMoved = false;
      drawn = { width, height, theme, ratio };
      prepare(width, height, ratio);
      const low = camera.toWorld(0, height);
      const high = camera.toWorld(width, 0);
      const apart = (spacingPixels * camera.textScale) / camera.scale;
      end = 0;
      for (const upright of [true, false]) {
        const values = upright
          ? gridValues(low.x, high.x, apart)
          : gridValues(low.y, high.y, apart);
        const texts = tickTexts(values, apart);
        for (const [i, value] of values.entries()) rule(value, texts[i], upright);
      }
    },
    dispose() {
      forgetFonts();
      canvas.remove();
    },
  };
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser has no 2D canvas');
  return pen;
}
