import { html, render } from 'lit-html';

export interface Sheet {
  readonly label: string;
  readonly element: HTMLElement;
}

const narrow = '(max-width: 56rem)';

/**
 * On narrow screens the side columns are sheets: a button each at the bottom opens one over the
 * stage; the button, Escape, or a touch on the stage closes it.
 *
 * @param bar where the buttons stand
 * @returns to be called when a column was hidden or shown
 */
export function createSheets(
  bar: HTMLElement,
  stage: HTMLElement,
  sheets: readonly Sheet[],
): () => void {
  const media = matchMedia(narrow);
  let open: Sheet | null = null;

  function show(): void {
    for (const sheet of sheets) {
      const isClosed = media.matches && sheet !== open;
      sheet.element.classList.toggle('closed', isClosed);
      // Out of the tab order too.
      sheet.element.inert = isClosed;
    }
    const available = sheets.filter(({ element }) => !element.hidden);
    bar.hidden = !media.matches || available.length === 0;
    render(
      available.map(
        (sheet) => html`<button
          class="button"
          type="button"
          aria-expanded=${sheet === open}
          aria-controls=${sheet.element.id}
          @click=${() => toggle(sheet)}
        >
          ${sheet.label}
        </button>`,
      ),
      bar,
    );
  }

  function toggle(sheet: Sheet): void {
    open = sheet === open ? null : sheet;
    show();
    if (open) open.element.querySelector<HTMLElement>('button, select, input, a')?.focus();
  }

  function close(): void {
    if (!open) return;
    const hadFocus = open.element.contains(document.activeElement);
    const { id } = open.element;
    open = null;
    show();
    if (hadFocus) bar.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  stage.addEventListener('pointerdown', close);
  media.addEventListener('change', show);
  show();
  return show;
}
