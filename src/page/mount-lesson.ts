import { render } from 'lit-html';
import { createBesideLesson } from './beside-lesson.ts';
import type { BoundLessonPage } from './bind-page.ts';
import { drawAsked, drawText } from './draw-lesson.ts';
import './lesson.css';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
import type { PageElements } from './page-elements.ts';
import { createPageSettings } from './page-settings.ts';
import { restsOnOpening } from './rests-on-opening.ts';
import type { Session } from './session.ts';
import { createStageFigure } from './stage-figure.ts';
import { tellFailure } from './tell-failure.ts';

export interface MountedLesson extends LessonPlace {
  dispose(): void;
}

/** Mounts these parameters' controls; returns how to end them. */
export type MountParameters = (
  host: HTMLElement,
  session: Session,
  names: readonly string[],
) => () => void;

/**
 * The scene's lesson, one page at a time. A page sets the scene's state up once and then only
 * watches: everything can be played with as ever. The first page leaves the scene as it is.
 */
export function mountLesson(
  { lesson: host, figure, stage }: Pick<PageElements, 'lesson' | 'figure' | 'stage'>,
  session: Session,
  memory: LessonMemory,
  mountParameters: MountParameters,
): MountedLesson {
  const pages = session.page.lesson;
  const indexOf = (id: string) => pages.findIndex((page) => page.id === id);
  const listeners = new Set<() => void>();
  const [text, slot, asked] = ['lesson-text', 'lesson-slot', 'lesson-asked'].map((name) => {
    const area = host.appendChild(document.createElement('div'));
    area.className = name;
    return area;
  });
  const onStage = createStageFigure(figure, stage, session);
  const beside = createBesideLesson(slot, (names) => mountParameters(slot, session, names));
  const announcer = host.appendChild(createAnnouncer());

  let index = Math.max(0, indexOf(memory.current));
  let ended = false;

  function draw(): void {
    const shown = { pages, index, done: memory.done, turnTo, setUpAgain };
    render(drawText(shown), text);
    render(drawAsked(shown), asked);
  }

  /** Taken away for a class, the lesson points at nothing. */
  const showBeside = ({ subject, besides = [] }: BoundLessonPage) =>
    beside.show(host.hidden ? [] : [subject, ...besides]);

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
    draw();
    showBeside(page);
    settings.setUp(page, applies);
    if (!host.hidden) onStage.show(page, { answered: () => answered(page), failed: fail });
  }

  function turnTo(next: number): void {
    announcer.textContent = `Page ${next + 1} of ${pages.length}: ${pages[next].title}`;
    show(next, next > 0);
    host.scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  }

  const setUpAgain = () => settings.setUp(pages[index], true);

  function answered(page: BoundLessonPage): void {
    if (memory.done.has(page.id)) return;
    memory.done.add(page.id);
    announcer.textContent = `Done. ${page.question.answer}`;
    draw();
  }

  function watch(): void {
    const page = pages[index];
    // Listings and charts may be new.
    showBeside(page);
    if (settings.isDone()) answered(page);
  }

  if (pages.length > 0) {
    show(index, false);
    if (index > 0 && restsOnOpening(pages[index])) session.opening.end();
  }
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
      onStage.dispose();
      beside.dispose();
      listeners.clear();
      for (const area of [text, slot, asked, announcer]) area.remove();
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
