/** Scrolls a code pane to its marked lines, and nothing but the pane. */
export function revealMarkedLines(area: HTMLElement): void {
  const pane = area.querySelector<HTMLElement>('.code-text');
  const lines = area.querySelectorAll<HTMLElement>('.line.now');
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (!pane || !first || !last) return;
  const top = first.offsetTop;
  const bottom = last.offsetTop + last.offsetHeight;
  if (top >= pane.scrollTop && bottom <= pane.scrollTop + pane.clientHeight) return;
  pane.scrollTop = (top + bottom - pane.clientHeight) / 2;
}
