import { html, type TemplateResult } from 'lit-html';
import type { LessonText } from '../view/lesson-page.ts';
import { pageKey } from './lesson-place.ts';
import { placeIn, type StoryChapter, type StoryPage } from './story.ts';

const video = 'https://course.fast.ai/Lessons/lesson12.html';

export interface LessonShown {
  readonly page: LessonText;
  readonly scene: string;
  readonly chapters: readonly StoryChapter[];
  /** Whether it begins with a state of its own. */
  readonly canSetUp: boolean;
  isDone(key: string): boolean;
  turnTo(page: StoryPage): void;
  openContents(): void;
  setUpAgain(): void;
}

/** What a page says. */
export const drawText = (page: LessonText): TemplateResult =>
  html`<article class="lesson-page" aria-labelledby="lesson-title">
    <h2 id="lesson-title" tabindex="-1">${page.title}</h2>
    ${
      page.time
        ? html`<p class="time">
            <a href=${video} target="_blank" rel="noopener">${page.time} in the video</a>
          </p>`
        : ''
    }
    <div class="prose">${page.body()}</div>
  </article>`;

/** The way on. */
export function drawWayOn(shown: LessonShown): TemplateResult {
  const { page, scene, isDone, canSetUp, setUpAgain, turnTo } = shown;
  const isAnswered = isDone(pageKey(scene, page.id));
  const { next } = neighbours(shown);
  return html`<div class="lesson-actions">
      ${
        canSetUp
          ? html`<button class="button" type="button" @click=${setUpAgain}>Set up again</button>`
          : ''
      }
      ${
        next
          ? html`<button
              class="button ${isAnswered ? 'primary' : ''}"
              type="button"
              @click=${() => turnTo(next)}
            >
              Next: ${nameFrom(shown, next)}
            </button>`
          : ''
      }
    </div>`;
}

/** A page of another scene goes by its scene’s name too. */
function nameFrom({ scene, chapters }: LessonShown, page: StoryPage): string {
  const chapter = chapters.find((it) => it.scene === page.scene);
  return page.scene === scene || !chapter ? page.title : `${chapter.title} — ${page.title}`;
}

/** The pages before and after, in whichever scene they are. */
function neighbours({ page, scene, chapters }: LessonShown) {
  const place = placeIn(chapters, scene, page.id);
  const { all, at } = place;
  return { ...place, previous: all[at - 1] ?? null, next: all[at + 1] ?? null };
}

/** The way to the other pages. */
export function drawPaging(shown: LessonShown): TemplateResult {
  const { page, scene, chapters, isDone, turnTo, openContents } = shown;
  const { all, at, count, previous, next } = neighbours(shown);
  // Not `disabled`: the button would lose the focus on the way to the last page.
  const turn = (label: string, sign: string, to: StoryPage | null) => html`<button
    class="button"
    type="button"
    aria-label=${label}
    aria-disabled=${to === null}
    @click=${() => to && turnTo(to)}
  >
    ${sign}
  </button>`;
  return html`<nav class="lesson-paging" aria-label="Lesson pages">
    ${turn('Previous page', '‹', previous)}
    <select
      aria-label="Page"
      @change=${(event: Event) => turnTo(all[(event.target as HTMLSelectElement).selectedIndex])}
    >
      ${chapters.map(
        (chapter) => html`<optgroup label=${chapter.title}>
          ${chapter.pages.map(
            (it) => html`<option
              value=${it.scene === scene ? it.id : pageKey(it.scene, it.id)}
              .selected=${it.scene === scene && it.id === page.id}
            >
              ${it.title}${isDone(pageKey(it.scene, it.id)) ? ' ✓' : ''}
            </option>`,
          )}
        </optgroup>`,
      )}
    </select>
    <button
      class="button count"
      type="button"
      aria-haspopup="dialog"
      aria-label="Contents: page ${at + 1} of ${count}"
      data-help="All pages of the lesson, and which of them are done."
      data-help-side="bottom"
      @click=${openContents}
    >
      ${at + 1} of ${count}
    </button>
    ${turn('Next page', '›', next)}
  </nav>`;
}
