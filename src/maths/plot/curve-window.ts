/** What is seen of a function, and on how many pixels. */
export interface CurveWindow {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  /** In pixels of the screen, above 0. */
  readonly width: number;
  readonly height: number;
  /** How often the function may be asked; 60 times a pixel of the width unless given. */
  readonly budget?: number;
}
