import { render } from 'lit-html';
import type { BoundLessonPage } from './bind-page.ts';
import { drawLesson } from './draw-lesson.ts';
import { highlightSubject, revealSubject } from './highlight-subject.ts';
import './lesson.css';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
import { createPageSettings } from './page-settings.ts';
import { revealInColumn } from './reveal-in-column.ts';
import type { Session } from './session.ts';
import { tellFailure } from './tell-failure.ts';

export interface MountedLesson extends LessonPlace {
  dispose(): void;
}

/**
 * The scene's lesson, one page at a time. A page sets the scene's state up once and then only
 * watches: everything can be played with as ever. The first page leaves the scene as it is.
 */
export function mountLesson(
  host: HTMLElement,
  session: Session,
  memory: LessonMemory,
): MountedLesson {
  const pages = session.page.lesson;
  const indexOf = (id: string) => pages.findIndex((page) => page.id === id);
  const listeners = new Set<() => void>();
  const area = host.appendChild(document.createElement('div'));
  const announcer = host.appendChild(createAnnouncer());

  let index = Math.max(0, indexOf(memory.current));
  let ended = false;
  let endFigure: (() => void) | undefined;

  const draw = () =>
    render(drawLesson({ pages, index, done: memory.done, turnTo, setUpAgain }), area);

  const fail = (error: unknown) => {
    tellFailure(error, (sentence) => {
      if (!ended) session.notify(sentence);
    });
  };

  const settings = createPageSettings(host, session, fail);

  function show(next: number, applies: boolean): void {
    index = next;
    const page = pages[index];
    memory.current = page.id;
    endFigure?.();
    draw();
    // Taken away for a class, it points at nothing.
    highlightSubject(host.hidden ? null : page.subject);
    settings.setUp(page, applies);
    const figureHost = area.querySelector<HTMLElement>('.lesson-figure');
    const told = { answered: () => answered(page), failed: fail };
    endFigure = figureHost ? page.figure?.(figureHost, told) : undefined;
  }

  function turnTo(next: number): void {
    announcer.textContent = `Page ${next + 1} of ${pages.length}: ${pages[next].title}`;
    show(next, next > 0);
    host.scrollTo({ top: 0 });
    revealSubject(pages[next].subject);
    for (const listener of listeners) listener();
  }

  const setUpAgain = () => settings.setUp(pages[index], true);

  function answered(page: BoundLessonPage): void {
    if (memory.done.has(page.id)) return;
    memory.done.add(page.id);
    announcer.textContent = `Done. ${page.question.answer}`;
    draw();
    const question = area.querySelector('.lesson-question');
    if (question) revealInColumn(question);
  }

  function watch(): void {
    const page = pages[index];
    // The panel makes a control anew when its range changes.
    highlightSubject(host.hidden ? null : page.subject);
    if (settings.isDone()) answered(page);
  }

  if (pages.length > 0) show(index, false);
  const unsubscribe = pages.length > 0 ? session.subscribe(watch) : null;

  return {
    get current() {
      return pages[index]?.id ?? '';
    },
    open(id) {
      const found = indexOf(id);
      if (found >= 0) turnTo(found);
    },
    show(id) {
      const found = indexOf(id);
      if (found < 0 || found === index) return;
      show(found, false);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      ended = true;
      settings.dispose();
      unsubscribe?.();
      endFigure?.();
      highlightSubject(null);
      listeners.clear();
      area.remove();
      announcer.remove();
    },
  };
}

/** Where a screen reader hears what becomes of the lesson. */
function createAnnouncer(): HTMLElement {
  const announcer = document.createElement('p');
  announcer.className = 'visually-hidden';
  announcer.setAttribute('role', 'status');
  return announcer;
}
