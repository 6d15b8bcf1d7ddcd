import type { Theme } from '../../../view/theme.ts';
import type { PlotFrame } from './plot-frame.ts';

/** What a part of the picture is drawn with. */
export interface PlotInk {
  readonly frame: PlotFrame;
  readonly theme: Theme;
  /** A pixel of the screen, in world units. */
  readonly px: number;
}
