import type { Page } from 'playwright-core';

export interface PageBoxes {
  /** Parts of the story whose text is cut, and how. */
  readonly cut: readonly string[];
  /** Whether all of the story is seen without scrolling. */
  readonly storyFits: boolean;
  /** Parts that are not wholly inside the window, or their column. */
  readonly outside: readonly string[];
  /** Of what stands beside the text, what is outside of the story's own window. */
  readonly besideOutside: readonly string[];
  /** Parts beside the text that lie under the question. */
  readonly covered: readonly string[];
  /** Parts that lie over the transport. */
  readonly overTransport: readonly string[];
  readonly stageWidth: number;
  /** The picture's, or the figure's, part of the window, less what lies over it. */
  readonly picturePart: number;
  /** What lies over the drawing, or over what is written on it. */
  readonly overDrawing: readonly string[];
  /** How many lines of the text are seen whole, and how many there are. */
  readonly textLines: readonly [seen: number, all: number];
  /** Whether the control that the question asks for, if any, is seen with it. */
  readonly controlIsSeen: boolean;
}

/** What a page in its window shows, by its elements' boxes. */
export const measureBoxes = (page: Page): Promise<PageBoxes> =>
  page.evaluate(() => {
    const byId = (id: string) => document.getElementById(id)!;
    const isSeen = (element: Element) => element.checkVisibility() && !element.closest('dialog');
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? element.id}`;
    const story = byId('story');

    const isCut = (element: HTMLElement) => {
      const { overflowX, overflowY, position, display } = getComputedStyle(element);
      if (display === 'inline' || position === 'absolute') return false;
      const isTooHigh = element.scrollHeight > element.clientHeight + 1 && overflowY !== 'visible';
      const isTooWide = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
      return isTooHigh || isTooWide;
    };
    // Code and long tables scroll in a frame of their own; what KaTeX builds is boxes in boxes.
    const ownScrollers =
      '.code-pane, .code-pane *, .katex *, canvas, select, option, .visually-hidden';
    const cut = [...story.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element instanceof HTMLElement &&
        isSeen(element) &&
        !element.matches(ownScrollers) &&
        isCut(element),
    );

    const isInside = (element: Element, frame: DOMRect) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 0 &&
        box.left >= frame.left - 1 &&
        box.top >= frame.top - 1 &&
        box.right <= frame.right + 1 &&
        box.bottom <= frame.bottom + 1
      );
    };
    const window_ = new DOMRect(0, 0, innerWidth, innerHeight);
    const column = story.getBoundingClientRect();
    const figure = byId('figure');
    const showsFigure = !figure.hidden && !figure.classList.contains('aside');
    const picture = showsFigure ? figure : byId('stage');
    const outOfStory = (selector: string) =>
      [...story.querySelectorAll(selector)].filter((it) => isSeen(it) && !isInside(it, column));
    const outside = [
      ...outOfStory('.lesson-question'),
      ...[picture, byId('transport')].filter((element) => !isInside(element, window_)),
      // A figure that has to be scrolled is not seen at once, nor is one that reaches out of its area.
      ...[...figure.querySelectorAll('.figure-area :is(p, svg, input, select, button)')].filter(
        (it) =>
          showsFigure &&
          isSeen(it) &&
          !isInside(it, it.closest('.figure-area')!.getBoundingClientRect()),
      ),
      ...[...figure.querySelectorAll('.figure-area, .figure-area > *')].filter(
        (it) => showsFigure && it.scrollHeight > it.clientHeight + 1,
      ),
    ];

    const areaOf = ({ width, height }: DOMRect) => width * height;
    const shared = (a: Element, b: Element) =>
      sharedBy(a.getBoundingClientRect(), b.getBoundingClientRect());
    const sharedBy = (one: DOMRect, other: DOMRect) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return Math.max(0, width) * Math.max(0, height);
    };
    const regions = ['header', 'story', 'stage', 'figure', 'drawer', 'view-bar']
      .map(byId)
      .filter(isSeen);
    const overTransport = regions.filter((region) => shared(region, byId('transport')) > 1);
    const overPicture = ['header', 'story', 'drawer', 'view-bar', 'transport']
      .map(byId)
      .filter(isSeen)
      .reduce((sum, region) => sum + shared(region, picture), 0);

    // What is asked stays in sight, and must not do so over what it asks about.
    const question = story.querySelector('.lesson-question');
    const beside = [...story.querySelectorAll('.lesson-slot > *')].filter(isSeen);
    const covered = beside.filter((element) => question && shared(element, question) > 1);

    // The drawing's own extent, which is less than the stage.
    const { camera } = window.meanfield!.session.stage;
    const corner = byId('stage').getBoundingClientRect();
    const onPage = (x: number, y: number) => {
      const at = camera.toScreen(x, y);
      return { x: corner.left + at.x, y: corner.top + at.y };
    };
    const extent = camera.framed;
    const [from, to] = [onPage(extent.left, extent.top), onPage(extent.right, extent.bottom)];
    const drawn = [
      new DOMRect(from.x, from.y, to.x - from.x, to.y - from.y),
      ...[...document.querySelectorAll('.stage-label')]
        .filter(isSeen)
        .map((label) => label.getBoundingClientRect()),
    ];
    const overlays = [
      ...document.querySelectorAll('.zoom-buttons, .stage-caption, .stage-caption *'),
    ];
    const overDrawing = overlays.filter(
      (it) => isSeen(it) && drawn.some((box) => sharedBy(it.getBoundingClientRect(), box) > 1),
    );

    // What is read is between the way to the other pages and what stays in sight below.
    const top = story.querySelector('.lesson-paging')!.getBoundingClientRect().bottom;
    const below = [...story.querySelectorAll('.lesson-question, .lesson-slot')]
      .filter(isSeen)
      .map((it) => it.getBoundingClientRect().top)
      .filter((it) => it > top);
    const bottom = Math.min(column.bottom, ...below);
    const text = document.createRange();
    text.selectNodeContents(story.querySelector('.prose')!);
    const lines = [...text.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 8)
      .toSorted((a, b) => a.bottom - b.bottom)
      .reduce<DOMRect[]>((all, box) => {
        const last = all.at(-1);
        // Signs of one line stand a little higher or lower.
        if (!last || box.top > last.bottom - 6) all.push(box);
        return all;
      }, []);
    const read = lines.filter((box) => box.top >= top - 1 && box.bottom <= bottom + 1);
    const control = [...story.querySelectorAll('.lesson-asked [data-parameter]')].find(isSeen);

    return {
      cut: cut.map(nameOf),
      storyFits: story.scrollHeight <= story.clientHeight + 1,
      outside: outside.map(nameOf),
      besideOutside: outOfStory('.lesson-slot > *').map(nameOf),
      covered: covered.map(nameOf),
      overTransport: overTransport.map(nameOf),
      stageWidth: byId('stage').getBoundingClientRect().width,
      picturePart:
        (areaOf(picture.getBoundingClientRect()) - overPicture) / (innerWidth * innerHeight),
      overDrawing: showsFigure ? [] : overDrawing.map(nameOf),
      textLines: [read.length, lines.length],
      controlIsSeen:
        !control || (isInside(control, column) && !covered.some((it) => it.contains(control))),
    };
  });
