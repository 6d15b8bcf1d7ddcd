import {
  computePosition,
  flip,
  offset,
  type Placement,
  type ReferenceElement,
  shift,
} from '@floating-ui/dom';

/** Of a term, of the window's edge, of what stays uncovered; in pixels. */
const apart = 8;

/**
 * Puts a tooltip beside its term: where the term's `data-help-side` says, or above. What is marked
 * `data-uncovered` stays uncovered: a term in it is explained above all of it.
 */
export async function placeTooltip(tooltip: HTMLElement, term: HTMLElement): Promise<void> {
  const within = term.closest<HTMLElement>('[data-uncovered]');
  const { x, y } = await computePosition(within ? spanOf(term, within) : term, tooltip, {
    strategy: 'fixed',
    placement: (term.dataset.helpSide as Placement | undefined) ?? 'top',
    middleware: [
      offset(apart),
      flip({ fallbackPlacements: ['top', 'bottom'], padding: apart }),
      shift({ padding: apart }),
    ],
  });
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  let top = y;
  for (const region of document.querySelectorAll<HTMLElement>('[data-uncovered]')) {
    const box = region.getBoundingClientRect();
    const isOver =
      x < box.right && x + width > box.left && top < box.bottom && top + height > box.top;
    if (!isOver) continue;
    const above = box.top - apart - height;
    top = above >= 0 ? above : box.bottom + apart;
  }
  tooltip.style.left = `${x}px`;
  tooltip.style.top = `${top}px`;
}

/** As wide as the term, as high as the region that it is in. */
const spanOf = (term: HTMLElement, region: HTMLElement): ReferenceElement => ({
  contextElement: term,
  getBoundingClientRect() {
    const { left, width } = term.getBoundingClientRect();
    const { top, height } = region.getBoundingClientRect();
    return new DOMRect(left, top, width, height);
  },
});
