import { html, type TemplateResult } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import { until } from 'lit-html/directives/until.js';

/** A formula within a sentence, given in TeX. What sets it is loaded when first needed. */
export const formula = (tex: string): TemplateResult =>
  html`<span class="formula">${typesetLater(tex, false)}</span>`;

/** A formula on a line of its own. */
export const displayFormula = (tex: string): TemplateResult =>
  html`<div class="display-formula">${typesetLater(tex, true)}</div>`;

/** Until it is set, and if it cannot be, the TeX itself is shown. */
function typesetLater(tex: string, display: boolean) {
  const source = html`<code>${tex}</code>`;
  const set = import('./typeset.ts').then(
    ({ typeset }) => unsafeHTML(typeset(tex, display)),
    (error: unknown) => {
      console.error(error);
      return source;
    },
  );
  return until(set, source);
}
