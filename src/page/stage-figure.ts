import { html, render } from 'lit-html';
import type { BoundLessonPage } from './bind-page.ts';
import type { Session } from './session.ts';
import './stage-figure.css';

export interface StageFigure {
  /** Gives the stage to a page's figure; to the picture again, where it has none. */
  show(page: BoundLessonPage, events: { answered(): void; failed(error: unknown): void }): void;
  dispose(): void;
}

/**
 * A lesson page's figure stands where the picture was. One press shows the picture, and so does whatever
 * makes it move.
 */
export function createStageFigure(
  host: HTMLElement,
  stage: HTMLElement,
  session: Session,
): StageFigure {
  const choice = document.createElement('div');
  choice.className = 'figure-choice';
  let area = newArea();
  let end: (() => void) | undefined;
  let isShown = false;
  let step = 0;
  /** The page has set its state up, and that was seen. */
  let isSetUp = false;

  function reveal(shows: boolean): void {
    isShown = shows;
    host.hidden = !end;
    area.hidden = !shows;
    host.classList.toggle('aside', !shows);
    stage.inert = shows;
    step = session.description.step;
    const button = (label: string, isFigure: boolean) => html`<button
      class="button view"
      type="button"
      aria-pressed=${shows === isFigure}
      @click=${() => reveal(isFigure)}
    >
      ${label}
    </button>`;
    render(end ? [button('Figure', true), button('Picture', false)] : '', choice);
  }

  function clear(): void {
    end?.();
    end = undefined;
    // Each figure has an area of its own: what lit-html left in the last one is of no use to another.
    const fresh = newArea();
    area.replaceWith(fresh);
    area = fresh;
    reveal(false);
  }

  host.append(choice, area);
  const unsubscribe = session.subscribe(() => {
    if (!isShown) return;
    const { step: now } = session.description;
    const isReady = document.getElementById('lesson')?.dataset.ready !== undefined;
    // While a page is being set up, the picture goes to where the page begins; it is told a frame later.
    if (!isReady || !isSetUp) {
      isSetUp = isReady;
      step = now;
    } else if (now !== step || session.player.playing) reveal(false);
  });
  return {
    show(page, events) {
      clear();
      if (!page.figure) return;
      end = page.figure(area, events);
      isSetUp = false;
      reveal(true);
    },
    dispose() {
      clear();
      unsubscribe();
      choice.remove();
      area.remove();
    },
  };
}

function newArea(): HTMLElement {
  const area = document.createElement('div');
  area.className = 'figure-area';
  return area;
}
