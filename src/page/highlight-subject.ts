import type { LessonSubject } from '../view/lesson-page.ts';
import { revealInColumn } from './reveal-in-column.ts';

const className = 'lesson-subject';

/** Rings what a lesson page speaks of. Call it again when the page's parts may be new; null ends it. */
export function highlightSubject(subject: LessonSubject | null): void {
  const found = subject ? document.querySelector(selectorOf(subject)) : null;
  for (const old of document.querySelectorAll(`.${className}`)) {
    if (old !== found) old.classList.remove(className);
  }
  found?.classList.add(className);
}

/** Scrolls what a lesson page speaks of into view in its own column. */
export function revealSubject(subject: LessonSubject): void {
  const found = document.querySelector(selectorOf(subject));
  if (found instanceof HTMLDetailsElement) found.open = true;
  if (found) revealInColumn(found);
}

function selectorOf(subject: LessonSubject): string {
  const [kind, name] = subject.split(' ');
  return name === undefined ? `#${kind}` : `[data-${kind}="${CSS.escape(name)}"]`;
}
