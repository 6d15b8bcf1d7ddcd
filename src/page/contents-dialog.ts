import { html, render } from 'lit-html';
import type { DonePages } from './done-pages.ts';
import { pageKey } from './lesson-place.ts';
import type { StoryChapter, StoryPage } from './story.ts';

export interface ContentsShown {
  readonly chapters: readonly StoryChapter[];
  readonly current: string;
  readonly done: DonePages;
  turnTo(page: StoryPage): void;
  /** What was done is to be as if it had not been. */
  forget(): void;
}

/** Opens the list of all pages; focus returns to where it was when it is closed. */
export function openContents(host: HTMLDialogElement, shown: ContentsShown): void {
  const { chapters, current, done, turnTo, forget } = shown;
  const entry = (page: StoryPage) => {
    const key = pageKey(page.scene, page.id);
    return html`<li>
      <button
        class="button plain"
        type="button"
        aria-current=${key === current ? 'page' : 'false'}
        @click=${() => {
          host.close();
          turnTo(page);
        }}
      >
        ${page.title}
      </button>
      ${page.time ? html`<span class="time">${page.time}</span>` : ''}
      ${done.has(key) ? html`<span class="done"><span aria-hidden="true">✓</span><span class="visually-hidden">done</span></span>` : ''}
    </li>`;
  };
  const draw = () =>
    render(
      html`<div class="contents">
        <h2>The lesson’s pages</h2>
        <div class="chapters">
          ${chapters.map(
            ({ title, pages }) => html`<section>
              <h3>${title}</h3>
              <ol>
                ${pages.map(entry)}
              </ol>
            </section>`,
          )}
        </div>
        <p class="kept">
          What you have done (✓) is kept in this browser alone.
          <button
            class="button"
            type="button"
            @click=${() => {
              forget();
              draw();
            }}
          >
            Forget it
          </button>
        </p>
        <form method="dialog"><button class="button primary">Close</button></form>
      </div>`,
      host,
    );
  draw();
  host.showModal();
  host.scrollTo({ top: 0 });
}
