import { Color } from 'pixi.js';

/** The design tokens that pixi needs, as numbers; read from the page's style (src/tokens.css). */
export interface Theme {
  /** One colour a cluster, to be told apart by colour-blind people too. */
  readonly clusters: readonly number[];
  /** What is above zero, and what is below it. */
  readonly above: number;
  readonly below: number;
  readonly mark: { readonly outline: number; readonly cross: number };
  readonly ink: number;
  readonly inkSoft: number;
  readonly accent: number;
  readonly surface: number;
  readonly grid: number;
}

let theme: Theme | null = null;

/** The theme of now; the same object until it changes. */
export function currentTheme(): Theme {
  theme ??= readTheme();
  return theme;
}

/** Reads the tokens again, after light turned to dark or back. */
export function refreshTheme(): void {
  theme = null;
}

function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => new Color(style.getPropertyValue(name).trim()).toNumber();
  return {
    clusters: Array.from({ length: 12 }, (_, i) => colour(`--cluster-${i}`)),
    above: colour('--above'),
    below: colour('--below'),
    mark: { outline: colour('--mark-outline'), cross: colour('--mark-cross') },
    ink: colour('--ink'),
    inkSoft: colour('--ink-soft'),
    accent: colour('--accent'),
    surface: colour('--surface'),
    grid: colour('--grid'),
  };
}
