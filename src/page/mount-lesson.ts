import { render } from 'lit-html';
import { applyLessonState } from './apply-lesson-state.ts';
import type { BoundLessonPage } from './bind-page.ts';
import { drawLesson } from './draw-lesson.ts';
import { highlightSubject, revealSubject } from './highlight-subject.ts';
import './lesson.css';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
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
  const listeners = new Set<() => void>();
  const area = host.appendChild(document.createElement('div'));
  const announcer = host.appendChild(document.createElement('p'));
  announcer.className = 'visually-hidden';
  announcer.setAttribute('role', 'status');

  let index = Math.max(0, indexOf(memory.current));
  /** Says whether the open page's question was done; null while the page is being set up. */
  let isDone: (() => boolean) | null = null;
  let settings = 0;
  let ended = false;
  let endFigure: (() => void) | undefined;

  function indexOf(id: string): number {
    return pages.findIndex((page) => page.id === id);
  }

  const draw = () =>
    render(drawLesson({ pages, index, done: memory.done, turnTo, setUpAgain }), area);

  const fail = (error: unknown) => {
    tellFailure(error, (sentence) => {
      if (!ended) session.notify(sentence);
    });
  };

  function setUp(page: BoundLessonPage, applies: boolean): void {
    const mine = ++settings;
    const isWanted = () => mine === settings && !ended;
    isDone = null;
    delete host.dataset.ready;
    const applied = applies ? applyLessonState(session, page.state, isWanted) : Promise.resolve();
    applied
      .then(() => {
        if (!isWanted()) return;
        isDone = page.watch();
        host.dataset.ready = page.id;
      })
      .catch(fail);
  }

  function show(next: number, applies: boolean): void {
    index = next;
    const page = pages[index];
    memory.current = page.id;
    endFigure?.();
    endFigure = undefined;
    draw();
    // Taken away for a class, it points at nothing.
    highlightSubject(host.hidden ? null : page.subject);
    setUp(page, applies);
    const figureHost = area.querySelector<HTMLElement>('.lesson-figure');
    if (page.figure && figureHost) {
      endFigure = page.figure(figureHost, {
        answered: () => answered(page),
        failed: fail,
      });
    }
  }

  function turnTo(next: number): void {
    announcer.textContent = `Page ${next + 1} of ${pages.length}: ${pages[next].title}`;
    show(next, next > 0);
    host.scrollTo({ top: 0 });
    revealSubject(pages[next].subject);
    for (const listener of listeners) listener();
  }

  function setUpAgain(): void {
    setUp(pages[index], true);
  }

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
    if (isDone?.()) answered(page);
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
      unsubscribe?.();
      endFigure?.();
      highlightSubject(null);
      listeners.clear();
      area.remove();
      announcer.remove();
    },
  };
}
