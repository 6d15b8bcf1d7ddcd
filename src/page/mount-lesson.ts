import type { BoundLessonPage } from './bind-page.ts';
import './lesson.css';
import { createLessonAsking } from './lesson-asking.ts';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
import { recordOf } from './lesson-record.ts';
import { createLessonSheet } from './lesson-sheet.ts';
import { createLessonSurroundings } from './lesson-surroundings.ts';
import type { PageElements } from './page-elements.ts';
import { createPageSettings } from './page-settings.ts';
import { restsOnOpening } from './rests-on-opening.ts';
import type { Session } from './session.ts';
import { placeIn, type StoryPage, storyAround } from './story.ts';
import { tellFailure } from './tell-failure.ts';

export interface MountedLesson extends LessonPlace {
  dispose(): void;
}

/** What the lesson asks of the page around it. */
export interface LessonAround {
  /** Mounts these parameters' controls; returns how to end them. */
  mountParameters(host: HTMLElement, session: Session, names: readonly string[]): () => void;
  /** Opens a page of another scene. */
  openElsewhere(page: StoryPage): void;
}

/**
 * The scene's lesson, one page at a time. A page sets the scene's state up once and then only
 * watches: everything can be played with as ever. The first page leaves the scene as it is.
 */
export function mountLesson(
  elements: Pick<PageElements, 'lesson' | 'figure' | 'stage'>,
  session: Session,
  memory: LessonMemory,
  { mountParameters, openElsewhere }: LessonAround,
): MountedLesson {
  const host = elements.lesson;
  const pages = session.page.lesson;
  const indexOf = (id: string) => pages.findIndex((page) => page.id === id);
  const scene = session.scene.name;
  const chapters = storyAround(scene, pages);
  const listeners = new Set<() => void>();
  const record = recordOf(scene, memory);
  const sheet = createLessonSheet(host, {
    scene,
    chapters,
    done: memory.done,
    canSetUp: (page) => page !== pages[0],
    guess: (choice) => asking.guess(pages[index], choice),
    turnTo: (page) => (page.scene === scene ? turnTo(indexOf(page.id)) : openElsewhere(page)),
    setUpAgain: () => settings.setUp(pages[index], true),
    forget() {
      memory.done.forget();
      memory.guesses.clear();
      asking.draw(pages[index]);
    },
  });
  const isReady = ({ id }: BoundLessonPage) => host.dataset.ready === id;
  const asking = createLessonAsking(sheet, record, session, isReady);
  const { slot, near } = sheet;
  const around = createLessonSurroundings({ ...elements, session, slot, near, mountParameters });
  let index = Math.max(0, indexOf(memory.current));
  let ended = false;

  const failed = (error: unknown) =>
    tellFailure(error, (sentence) => !ended && session.notify(sentence));
  const restful = memory.begins === 'at rest' ? pages[index] : null;
  const waits = (page: BoundLessonPage) => page === restful || record.waits(page);
  const settings = createPageSettings(host, session, waits, failed);

  function show(next: number, applies: boolean): void {
    index = next;
    const page = pages[index];
    memory.current = page.id;
    asking.draw(page);
    settings.setUp(page, applies);
    around.show(page, { answered: () => asking.answered(page), failed });
  }

  function turnTo(next: number): void {
    const { at, count } = placeIn(chapters, scene, pages[next].id);
    sheet.say(`Page ${at + 1} of ${count}: ${pages[next].title}`);
    show(next, next > 0);
    // The column that it scrolls in.
    host.parentElement?.scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  }

  function watch(): void {
    const page = pages[index];
    around.refresh(page);
    if (settings.isDone()) asking.answered(page);
  }

  if (pages.length > 0) {
    const page = pages[index];
    show(index, (memory.isTurnedTo || memory.begins !== null) && index > 0);
    if (memory.isTurnedTo) sheet.focus('title');
    if ((index > 0 && restsOnOpening(page)) || record.waits(page)) session.opening.end();
  }
  memory.isTurnedTo = false;
  memory.begins = null;
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
      around.dispose();
      listeners.clear();
      sheet.dispose();
    },
  };
}
