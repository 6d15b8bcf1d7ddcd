import { html, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import type { BoundLessonPage } from './bind-page.ts';

const video = 'https://course.fast.ai/Lessons/lesson12.html';

export interface LessonShown {
  readonly pages: readonly BoundLessonPage[];
  readonly index: number;
  readonly done: ReadonlySet<string>;
  turnTo(index: number): void;
  setUpAgain(): void;
}

/** What a page says, below the way to the others. */
export function drawText(shown: LessonShown): TemplateResult {
  const page = shown.pages[shown.index];
  return html`
    ${drawPaging(shown)}
    ${keyed(
      page.id,
      html`<article class="lesson-page" aria-labelledby="lesson-title">
        <h2 id="lesson-title">${page.title}</h2>
        ${
          page.time
            ? html`<p class="time">
                <a href=${video} target="_blank" rel="noopener">${page.time} in the video</a>
              </p>`
            : ''
        }
        <div class="prose">${page.body()}</div>
      </article>`,
    )}
  `;
}

/** What a page asks, and the way on. */
export function drawAsked({ pages, index, done, setUpAgain, turnTo }: LessonShown): TemplateResult {
  const page = pages[index];
  return html`
    ${drawQuestion(page, done.has(page.id))}
    <div class="lesson-actions">
      ${
        index > 0
          ? html`<button class="button" type="button" @click=${setUpAgain}>Set up again</button>`
          : ''
      }
      ${
        index < pages.length - 1
          ? html`<button
              class="button ${done.has(page.id) ? 'primary' : ''}"
              type="button"
              @click=${() => turnTo(index + 1)}
            >
              Next: ${pages[index + 1].title}
            </button>`
          : ''
      }
    </div>
  `;
}

function drawPaging({ pages, index, done, turnTo }: LessonShown): TemplateResult {
  // Not `disabled`: the button would lose the focus on the way to the last page.
  const turn = (label: string, sign: string, to: number) => {
    const isThere = to >= 0 && to < pages.length;
    return html`<button
      class="button"
      type="button"
      aria-label=${label}
      aria-disabled=${!isThere}
      @click=${() => isThere && turnTo(to)}
    >
      ${sign}
    </button>`;
  };
  return html`<nav class="lesson-paging" aria-label="Lesson pages">
    ${turn('Previous page', '‹', index - 1)}
    <select
      aria-label="Page"
      @change=${(event: Event) => turnTo((event.target as HTMLSelectElement).selectedIndex)}
    >
      ${pages.map(
        ({ id, title, time }, i) =>
          html`<option value=${id} .selected=${i === index}>
            ${time ? `${time} · ` : ''}${title}${done.has(id) ? ' ✓' : ''}
          </option>`,
      )}
    </select>
    <span class="count">${index + 1} of ${pages.length}</span>
    ${turn('Next page', '›', index + 1)}
  </nav>`;
}

function drawQuestion({ question }: BoundLessonPage, isDone: boolean): TemplateResult {
  return html`<section class="lesson-question ${isDone ? 'done' : ''}" aria-label="Question">
    <h3>${isDone ? 'Done ✓' : 'Try it'}</h3>
    ${isDone ? html`<p class="answer">${question.answer}</p>` : html`<p>${question.text}</p>`}
  </section>`;
}
