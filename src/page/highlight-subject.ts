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

function selectorOf(subject: LessonSubject): string {
  const [kind, name] = subject.split(' ');
  return name === undefined ? `#${kind}` : `[data-${kind}="${CSS.escape(name)}"]`;
}
