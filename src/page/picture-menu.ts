import { html, render } from 'lit-html';
import './picture-menu.css';

/** A picture alone, or with its caption, step and address under it. */
export type PictureKind = 'alone' | 'with text';

const store = 'meanfield-picture';
const kinds: Readonly<Record<PictureKind, string>> = {
  'with text': 'With caption and address',
  alone: 'The picture alone',
};

/**
 * Opens a small menu below a button; what was taken last stands first under the hand. Escape, or a press
 * elsewhere, closes it, and the focus goes back.
 */
export function openPictureMenu(
  button: HTMLButtonElement,
  save: (kind: PictureKind) => void,
): void {
  // It is open: the browser closes it with this press.
  if (button.popoverTargetElement) return;
  const menu = document.createElement('div');
  menu.className = 'picture-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', 'Save the picture');
  const last = keptKind();
  const take = (kind: PictureKind) => {
    menu.hidePopover();
    keep(kind);
    save(kind);
  };
  render(
    Object.entries(kinds).map(
      ([kind, label]) => html`<button
        class="button"
        type="button"
        ?autofocus=${kind === last}
        @click=${() => take(kind as PictureKind)}
      >
        ${label}
      </button>`,
    ),
    menu,
  );
  const { bottom, right } = button.getBoundingClientRect();
  menu.style.top = `${bottom + 4}px`;
  menu.style.right = `${Math.max(4, document.documentElement.clientWidth - right)}px`;
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    if (menu.contains(document.activeElement) || document.activeElement === document.body) {
      button.focus();
    }
    button.popoverTargetElement = null;
    menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  menu.querySelector<HTMLElement>('[autofocus]')?.focus();
  // After this press, which would close it again.
  setTimeout(() => {
    if (menu.isConnected) button.popoverTargetElement = menu;
  });
}

function keptKind(): PictureKind {
  try {
    return localStorage.getItem(store) === 'alone' ? 'alone' : 'with text';
  } catch {
    // A browser may be told to keep nothing: then reading throws.
    return 'with text';
  }
}

function keep(kind: PictureKind): void {
  try {
    localStorage.setItem(store, kind);
  } catch {
    // As above.
  }
}
