import { html, render } from 'lit-html';

/** Shows one sentence over the stage until it is dismissed or replaced; empty hides it. */
export function showNotice(host: HTMLElement, sentence: string): void {
  host.hidden = sentence === '';
  const dismiss = () => showNotice(host, '');
  render(
    html`<span>${sentence}</span>
      <button class="button plain" type="button" @click=${dismiss}>dismiss</button>`,
    host,
  );
}
