import { nothing, render } from 'lit-html';
import type { BoundLessonPage } from './bind-page.ts';
import { openContents } from './contents-dialog.ts';
import type { DonePages } from './done-pages.ts';
import { drawAsked, drawPaging, drawText } from './draw-lesson.ts';
import { pageKey } from './lesson-place.ts';
import type { StoryChapter, StoryPage } from './story.ts';

/** What a lesson page is written on: its text, what stands beside that, and what is asked. */
export interface LessonSheet {
  /** Where what the page speaks of stands. */
  readonly slot: HTMLElement;
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
  const area = (tag: string, className: string) => {
    const made = host.appendChild(document.createElement(tag));
    made.className = className;
    return made;
  };
  const paging = area('div', 'lesson-way');
  const text = area('div', 'lesson-text');
  const slot = area('div', 'lesson-slot');
  const asked = area('div', 'lesson-asked');
  const announcer = area('p', 'visually-hidden');
  announcer.setAttribute('role', 'status');
  const contents = area('dialog', 'contents-dialog') as HTMLDialogElement;
  contents.setAttribute('aria-label', 'Contents');

  let drawn: BoundLessonPage | null = null;

  const showContents = (page: BoundLessonPage) =>
    openContents(contents, { chapters, current: pageKey(scene, page.id), done, turnTo, forget });

  return {
    slot,
    draw(page, guessed) {
      const shown = {
        page,
        scene,
        chapters,
        guessed,
        canSetUp: canSetUp(page),
        isDone: done.has,
        guess,
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
      render(drawAsked(shown), asked);
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
      for (const made of [paging, text, slot, asked, announcer, contents]) made.remove();
    },
  };
}
