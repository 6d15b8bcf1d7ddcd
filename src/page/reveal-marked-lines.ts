/** Above a line that stands first, in pixels: places are rounded to whole ones. */
const air = 4;

/**
 * Scrolls a pane of code, and nothing but the pane, to the lines that run now: to the middle of them, or to
 * the first where they are more than fit. What is near glides; what is far, or wished still, is there at once.
 */
export function revealMarkedLines(pane: HTMLElement): void {
  const lines = pane.querySelectorAll<HTMLElement>('.line.now');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (!first || !last) return;
  const { clientHeight: height } = pane;
  const top = first.offsetTop;
  const bottom = last.offsetTop + last.offsetHeight;
  const fits = bottom - top <= height;
  const end = fits ? bottom : top + first.offsetHeight;
  if (top >= pane.scrollTop && end <= pane.scrollTop + height) return;
  const wanted = fits ? (top + bottom - height) / 2 : top - air;
  const isNear = Math.abs(wanted - pane.scrollTop) <= height;
  const moves = isNear && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  pane.scrollTo({ top: wanted, behavior: moves ? 'smooth' : 'instant' });
}
