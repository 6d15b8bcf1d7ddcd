import { html, nothing } from 'lit-html';
import type { CodeListing } from '../view/code-listing.ts';
import type { highlightCode } from '../view/highlight-code.ts';

type Lines = ReturnType<typeof highlightCode>;

/** What the code pane shows, and what is done where it is pressed. */
export interface CodePane {
  readonly listings: readonly CodeListing[];
  /** Which of the listings is shown. */
  readonly open: number;
  readonly isTall: boolean;
  /** The phase that is shown; empty between steps. */
  readonly phase: string;
  /** What the running line works on now. */
  readonly inWords: string;
  readonly note: string;
  readonly lines: Lines;
  /** The lines of the phase, from 1. */
  readonly marked: readonly [first: number, last: number] | undefined;
  onKey(event: KeyboardEvent): void;
  choose(index: number): void;
  toggleHeight(): void;
}

/** The languages as tabs, the phase with its values, and the text with its marked lines. */
export function drawCodePane({
  listings,
  open,
  isTall,
  phase,
  inWords,
  note,
  lines,
  marked,
  onKey,
  choose,
  toggleHeight,
}: CodePane) {
  return html`
  <div class="code-head">
    <div role="tablist" aria-label="Language" @keydown=${onKey}>
      ${listings.map(
        ({ language }, i) => html`<button
          type="button"
          role="tab"
          id="code-tab-${i}"
          aria-selected=${i === open}
          aria-controls="code-text"
          tabindex=${i === open ? 0 : -1}
          @click=${() => choose(i)}
        >
          ${language}
        </button>`,
      )}
    </div>
    <button
      class="button"
      type="button"
      aria-label="More lines"
      aria-pressed=${isTall}
      @click=${toggleHeight}
    >
      ${isTall ? '▾' : '▴'}
    </button>
  </div>
  <p class="phase-name">${phase}${inWords ? html`<span class="values">${inWords}</span>` : ''}</p>
  <p class="note">${note}</p>
  <div
    class="code-text"
    id="code-text"
    role="tabpanel"
    aria-labelledby="code-tab-${open}"
    tabindex="0"
    data-phase=${phase}
  >
    <pre>${drawLines(lines, marked)}</pre>
  </div>
`;
}

/** What is too long for the pane goes on below, further in than the line itself (code.css). */
function drawLines(lines: Lines, marked: readonly [number, number] | undefined) {
  return lines.map((spans, i) => {
    const isMarked = marked && i + 1 >= marked[0] && i + 1 <= marked[1];
    const text = spans.map((span) => span.text).join('');
    const indent = text.length - text.trimStart().length;
    // No space between the elements: it would be shown.
    return html`<div class="line ${isMarked ? 'now' : ''}" style="--indent: ${indent}" aria-current=${isMarked ? 'step' : nothing}><span class="number" aria-hidden="true">${i + 1}</span><code>${spans.map(({ text: part, kind }) => (kind ? html`<span class="token-${kind}">${part}</span>` : part))}</code></div>`;
  });
}
