import { render } from 'lit-html';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import { createBesideLesson } from './beside-lesson.ts';
import type { BoundLessonPage } from './bind-page.ts';
import { openContents } from './contents-dialog.ts';
import { drawAsked, drawText, type LessonShown } from './draw-lesson.ts';
import { answerText } from './draw-question.ts';
import './lesson.css';
import { type LessonMemory, type LessonPlace, pageKey } from './lesson-place.ts';
import { recordOf } from './lesson-record.ts';
import type { PageElements } from './page-elements.ts';
import { createPageWatch } from './page-watch.ts';
import type { Session } from './session.ts';
import { createStageFigure } from './stage-figure.ts';
import { placeIn, type StoryPage, storyAround } from './story.ts';

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
  const scene = session.scene.name;
  const chapters = storyAround(scene, pages);
  const listeners = new Set<() => void>();
  const [text, slot, asked] = ['lesson-text', 'lesson-slot', 'lesson-asked'].map((name) => {
    const area = host.appendChild(document.createElement('div'));
    area.className = name;
    return area;
  });
  const onStage = createStageFigure(figure, stage, session);
  const beside = createBesideLesson(slot, (names) => around.mountParameters(slot, session, names));
  const announcer = host.appendChild(document.createElement('p'));
  announcer.className = 'visually-hidden';
  announcer.setAttribute('role', 'status');
  const contents = host.appendChild(document.createElement('dialog'));
  contents.className = 'contents-dialog';
  contents.setAttribute('aria-label', 'Contents');

  const record = recordOf(scene, memory);
  const watching = createPageWatch(host, session);
  let index = Math.max(0, indexOf(memory.current));
  let ended = false;

  function indexOf(id: string): number {
    return pages.findIndex((page) => page.id === id);
  }

  function draw(): void {
    const page = pages[index];
    const shown: LessonShown = {
      page,
      scene,
      chapters,
      guessed: record.guessed(page),
      canSetUp: index > 0,
      isDone: memory.done.has,
      guess,
      turnTo: turnToStory,
      openContents: showContents,
      setUpAgain: () => setUp(true),
    };
    render(drawText(shown), text);
    render(drawAsked(shown), asked);
  }

  /** Taken away for a class, the lesson points at nothing. */
  const showBeside = ({ subject, besides = [] }: BoundLessonPage) =>
    beside.show(host.hidden ? [] : [subject, ...besides]);

  const fail = (error: unknown) => {
    // The page speaks of it, and opens the scene again.
    if (error instanceof DeviceLostError) return;
    console.error(error);
    if (ended) return;
    session.notify(error instanceof Error ? error.message : String(error));
  };

  function setUp(applies: boolean): void {
    const page = pages[index];
    watching.begin(page, applies ? page.state : null, record.waits(page)).catch(fail);
  }

  function show(next: number, applies: boolean): void {
    index = next;
    const page = pages[index];
    memory.current = page.id;
    draw();
    showBeside(page);
    setUp(applies);
    if (!host.hidden) onStage.show(page, { answered: () => answered(page), failed: fail });
  }

  function turnTo(next: number): void {
    const { at, count } = placeIn(chapters, scene, pages[next].id);
    announcer.textContent = `Page ${at + 1} of ${count}: ${pages[next].title}`;
    show(next, next > 0);
    host.scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  }

  function turnToStory(page: StoryPage): void {
    if (page.scene === scene) turnTo(indexOf(page.id));
    else around.openElsewhere(page);
  }

  function showContents(): void {
    openContents(contents, {
      chapters,
      current: pageKey(scene, pages[index].id),
      done: memory.done,
      turnTo: turnToStory,
      forget() {
        memory.done.forget();
        memory.guesses.clear();
        draw();
      },
    });
  }

  function guess(choice: number): void {
    const page = pages[index];
    record.guess(page, choice);
    announcer.textContent = `You guess ${page.question.guess?.choices[choice]}. ${page.question.text}`;
    draw();
    asked.querySelector<HTMLElement>('.lesson-question')?.focus({ preventScroll: true });
    if (page.state.playing && host.dataset.ready === page.id) session.player.play();
  }

  function answered(page: BoundLessonPage): void {
    if (!record.finish(page)) return;
    announcer.textContent = `Done. ${answerText(page.question, record.guessed(page))}`;
    draw();
  }

  function watch(): void {
    const page = pages[index];
    // Listings and charts may be new.
    showBeside(page);
    if (watching.isDone()) answered(page);
  }

  if (pages.length > 0) {
    show(index, memory.isTurnedTo && index > 0);
    // What was pressed in the other scene is gone, and the focus with it.
    if (memory.isTurnedTo) text.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
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
      watching.end();
      unsubscribe?.();
      onStage.dispose();
      beside.dispose();
      listeners.clear();
      for (const area of [text, slot, asked, announcer, contents]) area.remove();
    },
  };
}
