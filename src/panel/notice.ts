import { html, render } from 'lit-html';

/** What a person can answer to a notice; the notice goes away with it. */
export interface NoticeAction {
  readonly label: string;
  act(): void;
}

/** Shows one sentence over the stage until it is answered or replaced; empty hides it. */
export function showNotice(
  host: HTMLElement,
  sentence: string,
  actions: readonly NoticeAction[] = [],
): void {
  host.hidden = sentence === '';
  const button = ({ label, act }: NoticeAction) => html`
    <button
      class="button plain"
      type="button"
      @click=${() => {
        showNotice(host, '');
        act();
      }}
    >
      ${label}
    </button>
  `;
  const offered = actions.length > 0 ? actions : [{ label: 'dismiss', act: () => undefined }];
  render(html`<span>${sentence}</span><span class="actions">${offered.map(button)}</span>`, host);
}
