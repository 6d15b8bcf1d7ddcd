import type uPlot from 'uplot';

/**
 * Puts a plot's cursor where a finger is put, and takes it along sideways; uPlot itself listens to mice
 * only. It stays when the finger is lifted, so that what it covered can be read.
 */
export function followTouch(plot: uPlot): void {
  const { over } = plot;
  // Up and down the page still scrolls.
  over.style.touchAction = 'pan-y';
  const follow = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const { left, top } = over.getBoundingClientRect();
    plot.setCursor({ left: event.clientX - left, top: event.clientY - top });
  };
  over.addEventListener('pointerdown', follow);
  over.addEventListener('pointermove', follow);
}
