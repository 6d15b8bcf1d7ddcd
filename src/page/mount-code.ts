import { html, nothing, render } from 'lit-html';
import type { CodeListing } from '../view/code-listing.ts';
import type { highlightCode } from '../view/highlight-code.ts';
import './code.css';
import type { Session } from './session.ts';
import { stepCursor } from './step-cursor.ts';

/**
 * A step of the scene in several languages, with the lines of the phase that is shown marked.
 * Colours come once what knows them is loaded; the text is there at once.
 */
export function mountCode(host: HTMLElement, session: Session): (() => void) | null {
  const { page } = session;
  if (!page.hasCode) return null;
  let listings = page.code();
  /** The language that is looked at; kept where the code changes under it. */
  let open = 0;
  let isTall = false;
  let shown = '';
  let highlight: typeof highlightCode | null = null;
  let ended = false;

  const area = host.appendChild(document.createElement('section'));
  area.className = 'code-pane';
  area.setAttribute('aria-label', 'Code of a step');

  function phaseNow(): string | undefined {
    const { phase } = session.moment();
    return phase === null ? undefined : session.scene.phases[phase]?.name;
  }

  function choose(next: number): void {
    open = next;
    draw();
  }

  function toggleHeight(): void {
    isTall = !isTall;
    draw();
  }

  function onKey(event: KeyboardEvent): void {
    const next = stepCursor(event, open, listings.length);
    if (next === null) return;
    event.preventDefault();
    choose(next);
    area.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  function draw(): void {
    const fresh = page.code();
    if (fresh !== listings) {
      const { language } = listings[open];
      listings = fresh;
      open = Math.max(
        0,
        listings.findIndex((it) => it.language === language),
      );
      shown = '';
    }
    const listing = listings[open];
    const phase = phaseNow();
    const values = page.codeValues();
    const inWords = values.map(({ name, value }) => `${name} = ${value}`).join(', ');
    const state = `${open} ${phase} ${isTall} ${highlight !== null} ${inWords}`;
    if (state === shown) return;
    shown = state;
    area.classList.toggle('tall', isTall);
    const marked = phase === undefined ? undefined : listing.phases[phase];
    render(
      html`
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
          <p class="phase-name">${phase ?? ''}${inWords ? html` <span class="values">${inWords}</span>` : ''}</p>
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
        <p class="note">${listing.note} ${describeUse(listing, session)}</p>
        <div
          class="code-text"
          id="code-text"
          role="tabpanel"
          aria-labelledby="code-tab-${open}"
          tabindex="0"
          data-phase=${phase ?? ''}
        >
          <pre>${drawLines(listing, marked)}</pre>
        </div>
      `,
      area,
    );
    if (marked) reveal();
  }

  function drawLines(listing: CodeListing, marked: readonly [number, number] | undefined) {
    const lines =
      highlight?.(listing) ?? listing.text.split('\n').map((text) => [{ text, kind: null }]);
    return lines.map((spans, i) => {
      const isMarked = marked && i + 1 >= marked[0] && i + 1 <= marked[1];
      // No space between the elements: it would be shown.
      return html`<div class="line ${isMarked ? 'now' : ''}" aria-current=${isMarked ? 'step' : nothing}><span class="number" aria-hidden="true">${i + 1}</span><code>${spans.map(({ text, kind }) => (kind ? html`<span class="token-${kind}">${text}</span>` : text))}</code></div>`;
    });
  }

  /** Scrolls the pane, and nothing but the pane. */
  function reveal(): void {
    const pane = area.querySelector<HTMLElement>('.code-text');
    const lines = area.querySelectorAll<HTMLElement>('.line.now');
    const [first, last] = [lines[0], lines[lines.length - 1]];
    if (!pane || !first || !last) return;
    const top = first.offsetTop;
    const bottom = last.offsetTop + last.offsetHeight;
    if (top >= pane.scrollTop && bottom <= pane.scrollTop + pane.clientHeight) return;
    pane.scrollTop = (top + bottom - pane.clientHeight) / 2;
  }

  draw();
  const unsubscribe = session.subscribe(draw);
  import('../view/highlight-code.ts')
    .then(({ highlightCode }) => {
      highlight = highlightCode;
      if (!ended) draw();
    })
    .catch((error: unknown) => {
      // Code without colours is still code.
      console.error(error);
    });

  return () => {
    ended = true;
    unsubscribe();
    area.remove();
  };
}

function describeUse({ runsOn }: CodeListing, { compute }: Session): string {
  if (!runsOn) return '';
  if (runsOn === compute.kind) return 'It is what runs now.';
  return `Not running: this page computes on the ${compute.kind === 'cpu' ? 'CPU' : 'GPU'}.`;
}
