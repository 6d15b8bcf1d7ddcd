import { render } from 'lit-html';
import type { CodeListing } from '../view/code-listing.ts';
import { dedent } from '../view/dedent.ts';
import type { highlightCode } from '../view/highlight-code.ts';
import './code.css';
import { drawCodePane } from './draw-code-pane.ts';
import { revealMarkedLines } from './reveal-marked-lines.ts';
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

  // Its box changes with the window and with what stands beside it.
  const resizes = new ResizeObserver(([{ target }]) => revealMarkedLines(target as HTMLElement));

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
      open = placeOf(language, listings);
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
      drawCodePane({
        listings,
        open,
        isTall,
        phase: phase ?? '',
        inWords,
        marked,
        note: `${listing.note} ${describeUse(listing, session)}`,
        lines: linesOf(listing, highlight),
        onKey,
        choose,
        toggleHeight,
      }),
      area,
    );
    const pane = area.querySelector<HTMLElement>('.code-text');
    if (!pane) return;
    resizes.observe(pane);
    revealMarkedLines(pane);
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
    resizes.disconnect();
    area.remove();
  };
}

/** Coloured once what knows the colours is there. */
function linesOf(
  listing: CodeListing,
  highlight: typeof highlightCode | null,
): ReturnType<typeof highlightCode> {
  const text = dedent(listing.text);
  const plain = () => text.split('\n').map((line) => [{ text: line, kind: null }]);
  return highlight?.({ ...listing, text }) ?? plain();
}

/** The language that was looked at, or the first where it is no longer there. */
const placeOf = (language: string, listings: readonly CodeListing[]) =>
  Math.max(
    0,
    listings.findIndex((it) => it.language === language),
  );

function describeUse({ runsOn }: CodeListing, { compute }: Session): string {
  if (!runsOn) return '';
  if (runsOn === compute.kind) return 'It is what runs now.';
  return `Not running: this page computes on the ${compute.kind === 'cpu' ? 'CPU' : 'GPU'}.`;
}
