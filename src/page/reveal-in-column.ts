/** Scrolls an element into view in its own column; the page itself, where a person reads, stays put. */
export function revealInColumn(element: Element): void {
  let column = element.parentElement;
  while (column && !/auto|scroll/.test(getComputedStyle(column).overflowY)) {
    column = column.parentElement;
  }
  if (!column || column === document.scrollingElement) return;
  const [inner, outer] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom;
  else if (inner.top < outer.top) column.scrollTop += inner.top - outer.top;
}
