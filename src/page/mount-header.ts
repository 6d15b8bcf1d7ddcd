import { html, nothing, render } from 'lit-html';
import type { PageElements } from './page-elements.ts';
import { openPictureMenu } from './picture-menu.ts';
import type { Sharing } from './sharing.ts';
import type { ThemeChoice, ThemeSwitch } from './theme-switch.ts';

export interface HeaderActions extends Sharing {
  openScene(name: string): void;
  openHelp(): void;
  complain(error: unknown): void;
}

export interface SceneTab {
  readonly name: string;
  readonly title: string;
}

const nextTheme: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

/** The scenes' tabs and the page's tools. */
export function drawHeader(
  elements: PageElements,
  scenes: readonly SceneTab[],
  current: string,
  theme: ThemeSwitch,
  actions: HeaderActions,
): void {
  render(
    scenes.map(
      ({ name, title }, i) => html`<button
        class="button tab"
        type="button"
        data-scene=${name}
        aria-current=${name === current ? 'page' : 'false'}
        aria-keyshortcuts=${i < 9 ? String(i + 1) : nothing}
        data-help=${i < 9 ? `The scene “${title}”. Key: ${i + 1}` : `The scene “${title}”.`}
        data-help-side="bottom"
        @click=${() => actions.openScene(name)}
      >
        ${title}
      </button>`,
    ),
    elements.scenes,
  );
  const again = () => drawHeader(elements, scenes, current, theme, actions);
  const tool = (label: string, sign: string, act: (event: Event) => unknown) => html`<button
    class="button tool"
    type="button"
    data-help=${label}
    data-help-side="bottom"
    aria-label=${label}
    @click=${act}
  >
    ${sign}
  </button>`;
  const copy = (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    actions
      .copyLink()
      .then(() => {
        button.textContent = 'copied ✓';
        elements.live.textContent = 'The link is copied.';
        setTimeout(() => {
          button.textContent = 'copy link';
        }, 2000);
      })
      .catch(actions.complain);
  };
  render(
    html`
      <button
        class="button tool"
        type="button"
        id="copy-link"
        data-help="Copies a link that opens what you see now: the scene, its parameters, the step, the picked point."
        data-help-side="bottom"
        @click=${copy}
      >
        copy link
      </button>
      ${tool('Embed what you see in another page', '</>', () =>
        actions.openEmbed().catch(actions.complain),
      )}
      ${tool('Save the picture as PNG', 'PNG', (event) =>
        openPictureMenu(event.currentTarget as HTMLButtonElement, (kind) => {
          actions.savePicture(kind).catch(actions.complain);
        }),
      )}
      ${tool(
        `Theme: ${theme.choice}. Switch to ${nextTheme[theme.choice]}`,
        themeSigns[theme.choice],
        () => {
          theme.choose(nextTheme[theme.choice]);
          again();
        },
      )}
      ${tool('Help (?)', '?', () => actions.openHelp())}
    `,
    elements.tools,
  );
}

const themeSigns: Readonly<Record<ThemeChoice, string>> = { system: '◐', light: '☀', dark: '☾' };
