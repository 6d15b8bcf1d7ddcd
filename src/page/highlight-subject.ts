import type { LessonSubject } from '../view/lesson-page.ts';

const className = 'lesson-subject';

/** Rings what a lesson page speaks of. Call it again when the page's parts may be new; null ends it. */
export function highlightSubject(subject: LessonSubject | null): void {
  const found = subject ? document.querySelector(selectorOf(subject)) : null;
  for (const old of document.querySelectorAll(`.${className}`)) {
    if (old !== found) old.classList.remove(className);
  }
  found?.classList.add(className);
}

/** Scrolls it into view in its own column; the page itself, where a person reads, stays put. */
export function revealSubject(subject: LessonSubject): void {
  const found = document.querySelector(selectorOf(subject));
  let column = found?.parentElement;
  while (column && !/auto|scroll/.test(getComputedStyle(column).overflowY)) {
    column = column.parentElement;
  }
  if (!found || !column || column === document.scrollingElement) return;
  const [inner, outer] = [found.getBoundingClientRect(), column.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom;
  else if (inner.top < outer.top) column.scrollTop += inner.top - outer.top;
}

function selectorOf(subject: LessonSubject): string {
  const [kind, name] = subject.split(' ');
  return name === undefined ? `#${kind}` : `[data-${kind}="${CSS.escape(name)}"]`;
}
