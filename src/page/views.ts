import { html, render } from 'lit-html';
import { keepViews, keptViews, type ViewName, viewNames } from './kept-views.ts';
import type { PageElements } from './page-elements.ts';

const words: Readonly<Record<ViewName, { label: string; help: string }>> = {
  lesson: { label: 'Lesson', help: 'The lesson, page by page, with its questions.' },
  controls: { label: 'Controls', help: 'Every parameter of the scene, and what can be watched.' },
  tools: { label: 'Tools', help: 'What else can be tried beside the picture.' },
  charts: { label: 'Charts', help: 'What the steps so far have come to, as curves and tables.' },
  code: { label: 'Code', help: 'A step in several languages, with the line that runs.' },
};

const narrow = '(max-width: 56rem)';
/** Held upright, where everything stands below the picture. */
const upright = '(max-width: 56rem) and (max-aspect-ratio: 5/4)';
/** There the views' names stand below everything, unless a line of text is worth more. */
const roomForBar = `${upright} and (min-height: 42.01rem)`;

export interface Views {
  /** Opens a view, as a person would. */
  open(view: ViewName): void;
  /** What the scene that is open has. */
  offer(views: ReadonlySet<ViewName>): void;
  /** To be called when a region was hidden. */
  refresh(): void;
}

/**
 * The views beside the picture, one press away each. On wide screens they are columns, and any of them
 * may be open at once; on narrow ones they share what the picture leaves, one at a time. Which are open
 * is kept for the next visit. None of them ever lies over the picture.
 */
export function createViews(elements: PageElements): Views {
  const media = matchMedia(narrow);
  const uprightMedia = matchMedia(upright);
  const barMedia = matchMedia(roomForBar);
  const regionOf: Readonly<Record<ViewName, HTMLElement>> = {
    lesson: elements.story,
    controls: elements.panel,
    tools: elements['scene-tools'],
    charts: elements.charts,
    code: elements.code,
  };
  let wide = keptViews();
  let single: ViewName | null = 'lesson';

  let offered: ReadonlySet<ViewName> = new Set(viewNames);
  const isThere = (view: ViewName) => offered.has(view) && !regionOf[view].hidden;

  function openViews(): ReadonlySet<ViewName> {
    if (media.matches) {
      if (single === null) return new Set();
      // The first of what there is, where the one that was open is not.
      const shown = isThere(single) ? single : viewNames.find(isThere);
      return new Set(shown ? [shown] : []);
    }
    // Where there is no header to choose in, what an address leaves is what is to be seen.
    if (elements.header.hidden) return new Set(viewNames.filter(isThere));
    const isTaught = wide.lesson && isThere('lesson');
    const beside = isTaught ? wide.beside : wide.alone;
    return new Set([...(isTaught ? (['lesson'] as const) : []), ...beside].filter(isThere));
  }

  function press(view: ViewName): void {
    const isOpen = openViews().has(view);
    if (media.matches) single = isOpen ? null : view;
    else if (view === 'lesson') wide = { ...wide, lesson: !isOpen };
    else {
      const key = wide.lesson && isThere('lesson') ? 'beside' : 'alone';
      const others = wide[key].filter((it) => it !== view);
      wide = { ...wide, [key]: isOpen ? others : [...others, view] };
    }
    keepViews(wide);
    refresh();
  }

  function refresh(): void {
    const open = openViews();
    document.documentElement.dataset.views = [...open].join(' ');
    for (const view of viewNames) {
      // Out of the tab order too.
      regionOf[view].inert = !open.has(view);
    }
    // The order of the keyboard is that of the eye: below the picture, left of all, or under the header.
    const { header, story, drawer, stage } = elements;
    const next = uprightMedia.matches ? drawer : media.matches ? header : stage.parentElement;
    // Moved for nothing, it would lose its focus and how far it was read.
    if (story.nextElementSibling !== next) next?.before(story);
    const [host, other] = barMedia.matches
      ? [elements['view-bar'], elements.views]
      : [elements.views, elements['view-bar']];
    render('', other);
    render(
      viewNames.filter(isThere).map(
        (view) => html`<button
          class="button view"
          type="button"
          aria-expanded=${open.has(view)}
          aria-controls=${regionOf[view].id}
          data-help=${words[view].help}
          data-help-side=${barMedia.matches ? 'top' : 'bottom'}
          @click=${() => press(view)}
        >
          ${words[view].label}
        </button>`,
      ),
      host,
    );
  }

  for (const query of [media, uprightMedia, barMedia]) query.addEventListener('change', refresh);
  refresh();
  return {
    open(view) {
      if (!openViews().has(view)) press(view);
    },
    offer(views) {
      offered = views;
      refresh();
    },
    refresh,
  };
}
