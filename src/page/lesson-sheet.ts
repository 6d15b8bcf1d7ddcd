import { nothing, render } from 'lit-html';
import type { BoundLessonPage } from './bind-page.ts';
import { openContents } from './contents-dialog.ts';
import type { DonePages } from './done-pages.ts';
import { drawPaging, drawText, drawWayOn } from './draw-lesson.ts';
import { drawQuestion } from './draw-question.ts';
import { pageKey } from './lesson-place.ts';
import type { StoryChapter, StoryPage } from './story.ts';

/** What a lesson page is written on: its text, what stands beside that, and what is asked. */
export interface LessonSheet {
  /** Where what the page speaks of stands. */
  readonly slot: HTMLElement;
  /** Where what is to be turned stands: with the question, in sight wherever the text is read. */
  readonly near: HTMLElement;
  draw(page: BoundLessonPage, guessed: number | null): void;
  /** To a screen reader. */
  say(sentence: string): void;
  /** What was pressed is gone, and the focus with it. */
  focus(what: 'title' | 'question'): void;
  dispose(): void;
}

export interface LessonSheetParts {
  readonly scene: string;
  readonly chapters: readonly StoryChapter[];
  readonly done: DonePages;
  /** The first page has no state to set up. */
  canSetUp(page: BoundLessonPage): boolean;
  guess(choice: number): void;
  turnTo(page: StoryPage): void;
  setUpAgain(): void;
  forget(): void;
}

export function createLessonSheet(host: HTMLElement, parts: LessonSheetParts): LessonSheet {
  const { scene, chapters, done, canSetUp, guess, turnTo, setUpAgain, forget } = parts;
  const area = (tag: string, className: string, within = host) => {
    const made = within.appendChild(document.createElement(tag));
    made.className = className;
    return made;
  };
  const paging = area('div', 'lesson-way');
  const text = area('div', 'lesson-text');
  const slot = area('div', 'lesson-slot');
  const asked = area('div', 'lesson-asked');
  const near = area('div', 'lesson-slot', asked);
  const question = area('div', 'lesson-way', asked);
  const wayOn = area('div', 'lesson-way');
  const announcer = area('p', 'visually-hidden');
  announcer.setAttribute('role', 'status');
  const contents = area('dialog', 'contents-dialog') as HTMLDialogElement;
  contents.setAttribute('aria-label', 'Contents');

  let drawn: BoundLessonPage | null = null;

  const showContents = (page: BoundLessonPage) =>
    openContents(contents, { chapters, current: pageKey(scene, page.id), done, turnTo, forget });

  return {
    slot,
    near,
    draw(page, guessed) {
      const shown = {
        page,
        scene,
        chapters,
        canSetUp: canSetUp(page),
        isDone: done.has,
        turnTo,
        openContents: () => showContents(page),
        setUpAgain,
      };
      render(drawPaging(shown), paging);
      if (page !== drawn) {
        // Taken away first, so that lit lets go of the formulas that it had set; its `keyed` keeps them.
        render(nothing, text);
        render(drawText(page), text);
        drawn = page;
      }
      const isDone = done.has(pageKey(scene, page.id));
      render(drawQuestion({ question: page.question, isDone, guessed, guess }), question);
      render(drawWayOn(shown), wayOn);
    },
    say(sentence) {
      announcer.textContent = sentence;
    },
    focus(what) {
      const found = host.querySelector<HTMLElement>(
        what === 'title' ? '#lesson-title' : '.lesson-question',
      );
      found?.focus({ preventScroll: true });
    },
    dispose() {
      for (const made of [paging, text, slot, asked, wayOn, announcer, contents]) made.remove();
    },
  };
}
