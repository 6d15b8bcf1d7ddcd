import type { createPlot } from './plot.ts';

/** Loads what draws charts; it is no part of the shell. */
export async function loadPlot(): Promise<typeof createPlot> {
  mendLanguage();
  return (await import('./plot.ts')).createPlot;
}

/**
 * uPlot 1.6 makes an `Intl.NumberFormat` of `navigator.language` as it is loaded. Chromium under the
 * POSIX locale says `en-US@posix`, which is no language tag, and the load fails with a RangeError.
 */
function mendLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const value = navigator.language.split('@')[0];
    Object.defineProperty(navigator, 'language', { value, configurable: true });
  }
}
