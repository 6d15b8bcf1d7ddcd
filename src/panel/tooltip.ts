import { autoUpdate } from '@floating-ui/dom';
import { placeTooltip } from './place-tooltip.ts';
import './tooltip.css';

/** A term is explained once the pointer has rested on it so long, or once a finger has. */
const restMs = 350;
const longPressMs = 500;
/** So that it does not flicker where the pointer passes from part to part of a term. */
const leaveMs = 150;

/**
 * Explains every element with a `data-help` attribute, now and later, when it is pointed at, when
 * it or something in it has the keyboard's focus, and on a long press. Escape hides it, as any press does; what
 * the pointer brought goes with it.
 *
 * @returns how to end it
 */
export function mountTooltips(): () => void {
  const tooltip = makeTooltip();
  const events = new AbortController();
  let shown: {
    readonly term: HTMLElement;
    readonly described: Element;
    readonly isFocused: boolean;
    readonly follow: () => void;
  } | null = null;
  let timer = 0;
  /** What was used last: a field that is clicked has visible focus too, but nobody asked for its help. */
  let isByKey = true;
  /** A term that was pressed is known: it is not explained again before the pointer has left it. */
  let pressed: HTMLElement | null = null;

  function show(term: HTMLElement, focused: Element | null): void {
    window.clearTimeout(timer);
    if (shown?.term === term) {
      shown = { ...shown, isFocused: shown.isFocused || focused !== null };
      return;
    }
    hide();
    tooltip.textContent = term.dataset.help ?? '';
    const described = focused ?? controlOf(term);
    described.setAttribute('aria-describedby', tooltip.id);
    tooltip.showPopover();
    const follow = autoUpdate(term, tooltip, () => place(term));
    shown = { term, described, isFocused: focused !== null, follow };
  }

  function hide(): void {
    window.clearTimeout(timer);
    if (!shown) return;
    shown.follow();
    shown.described.removeAttribute('aria-describedby');
    shown = null;
    tooltip.hidePopover();
  }

  async function place(term: HTMLElement): Promise<void> {
    // A term that was drawn anew is no longer there to be explained.
    if (term.isConnected) await placeTooltip(tooltip, term);
    else hide();
  }

  /** The pointer is over no term. */
  function leave(): void {
    if (shown && !shown.isFocused) later(leaveMs, hide);
    else window.clearTimeout(timer);
  }

  function later(ms: number, act: () => void): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  }

  function listen<K extends keyof DocumentEventMap>(
    type: K,
    act: (event: DocumentEventMap[K]) => void,
  ): void {
    document.addEventListener(type, act, { signal: events.signal, capture: true });
  }

  listen('pointerover', (event) => {
    if (event.pointerType === 'touch' || event.buttons > 0) return;
    const term = termOf(event.target);
    if (term && term === pressed) return;
    pressed = null;
    if (term) later(shown ? 0 : restMs, () => show(term, null));
    else leave();
  });
  // Out of the window, or into a frame, it is over nothing of the page any more.
  listen('pointerout', (event) => {
    if (event.pointerType !== 'touch' && event.relatedTarget === null) leave();
  });
  listen('pointerdown', (event) => {
    isByKey = false;
    hide();
    pressed = termOf(event.target);
    const term = event.pointerType === 'touch' ? termOf(event.target) : null;
    if (term) later(longPressMs, () => show(term, null));
  });
  listen('pointerup', () => {
    if (!shown) window.clearTimeout(timer);
  });
  listen('pointercancel', () => window.clearTimeout(timer));
  listen('focusin', ({ target }) => {
    const term = termOf(target);
    if (term && isByKey && (target as Element).matches(':focus-visible'))
      show(term, target as Element);
  });
  listen('focusout', hide);
  listen('keydown', ({ key }) => {
    isByKey = true;
    if (key === 'Escape') hide();
  });

  return () => {
    hide();
    events.abort();
    tooltip.remove();
  };
}

function makeTooltip(): HTMLElement {
  const tooltip = document.createElement('div');
  tooltip.className = 'tooltip';
  tooltip.id = 'tooltip';
  tooltip.setAttribute('role', 'tooltip');
  // In the top layer, above any dialog.
  tooltip.popover = 'manual';
  document.body.append(tooltip);
  return tooltip;
}

const termOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-help]') : null;

/** What of a term the explanation describes: its first control, or the term itself. */
const controlOf = (term: HTMLElement): Element =>
  term.querySelector('input, select, button, [tabindex]') ?? term;
