import { createBesideLesson } from './beside-lesson.ts';
import type { BoundLessonPage } from './bind-page.ts';
import { answerText } from './draw-question.ts';
import './lesson.css';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
import { recordOf } from './lesson-record.ts';
import { createLessonSheet } from './lesson-sheet.ts';
import type { PageElements } from './page-elements.ts';
import { createPageSettings } from './page-settings.ts';
import type { Session } from './session.ts';
import { createStageFigure } from './stage-figure.ts';
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
  { lesson: host, figure, stage }: Pick<PageElements, 'lesson' | 'figure' | 'stage'>,
  session: Session,
  memory: LessonMemory,
  around: LessonAround,
): MountedLesson {
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
    guess,
    turnTo: (page) =>
      page.scene === scene ? turnTo(indexOf(page.id)) : around.openElsewhere(page),
    setUpAgain: () => settings.setUp(pages[index], true),
    forget() {
      memory.done.forget();
      memory.guesses.clear();
      draw();
    },
  });
  const { slot } = sheet;
  const onStage = createStageFigure(figure, stage, session);
  const beside = createBesideLesson(slot, (names) => around.mountParameters(slot, session, names));
  let index = Math.max(0, indexOf(memory.current));
  let ended = false;

  const draw = () => sheet.draw(pages[index], record.guessed(pages[index]));

  /** Taken away for a class, the lesson points at nothing. */
  const showBeside = ({ subject, besides = [] }: BoundLessonPage) =>
    beside.show(host.hidden ? [] : [subject, ...besides]);

  const fail = (error: unknown) => {
    tellFailure(error, (sentence) => {
      if (!ended) session.notify(sentence);
    });
  };

  const settings = createPageSettings(host, session, record.waits, fail);

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
    const { at, count } = placeIn(chapters, scene, pages[next].id);
    sheet.say(`Page ${at + 1} of ${count}: ${pages[next].title}`);
    show(next, next > 0);
    host.scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  }

  function guess(choice: number): void {
    const page = pages[index];
    record.guess(page, choice);
    sheet.say(`You guess “${page.question.guess?.choices[choice]}”. ${page.question.text}`);
    draw();
    sheet.focus('question');
    if (page.state.playing && host.dataset.ready === page.id) session.player.play();
  }

  function answered(page: BoundLessonPage): void {
    if (!record.finish(page)) return;
    sheet.say(`Done. ${answerText(page.question, record.guessed(page))}`);
    draw();
  }

  function watch(): void {
    const page = pages[index];
    // Listings and charts may be new.
    showBeside(page);
    if (settings.isDone()) answered(page);
  }

  if (pages.length > 0) {
    show(index, memory.isTurnedTo && index > 0);
    if (memory.isTurnedTo) sheet.focus('title');
  }
  memory.isTurnedTo = false;
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
      sheet.dispose();
    },
  };
}
