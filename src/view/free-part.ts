/** Of a surface, in CSS pixels. */
export interface SurfaceSize {
  readonly width: number;
  readonly height: number;
  /** How large text is, beside its usual size. */
  readonly textScale: number;
  /** What stands at its right edge, over no picture: the buttons that zoom, where room is dear. */
  readonly aside: number;
}

export const marginPixels = 28;
/** At the bottom of the stage stand the grid's numbers and the caption. */
export const captionPixels = 92;

/** What of a surface a picture may fill, in CSS pixels: there are margins, and a caption below. */
export const freePart = ({ width, height, textScale, aside }: SurfaceSize) => ({
  width: Math.max(1, width - 2 * marginPixels - aside),
  height: Math.max(1, height - marginPixels - captionPixels * textScale),
});
