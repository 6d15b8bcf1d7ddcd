import { html, nothing, type TemplateResult } from 'lit-html';
import type { CodeListing } from '../view/code-listing.ts';
import { dedent } from '../view/dedent.ts';
import type { highlightCode } from '../view/highlight-code.ts';

/**
 * A listing, line by line; what is too long for the pane goes on below, further in than the line itself.
 *
 * @param highlight null while it is not loaded
 * @param marked the lines that run now (1-based, inclusive)
 */
export function drawCodeLines(
  listing: CodeListing,
  highlight: typeof highlightCode | null,
  marked: readonly [number, number] | undefined,
): TemplateResult[] {
  const shown = { ...listing, text: dedent(listing.text) };
  const texts = shown.text.split('\n');
  const lines = highlight?.(shown) ?? texts.map((text) => [{ text, kind: null }]);
  return lines.map((spans, i) => {
    const isMarked = marked && i + 1 >= marked[0] && i + 1 <= marked[1];
    const indent = /^ */.exec(texts[i])?.[0].length ?? 0;
    // No space between the elements: it would be shown.
    return html`<div class="line ${isMarked ? 'now' : ''}" style="--indent: ${indent}" aria-current=${isMarked ? 'step' : nothing}><span class="number" aria-hidden="true">${i + 1}</span><code>${spans.map(({ text, kind }) => (kind ? html`<span class="token-${kind}">${text}</span>` : text))}</code></div>`;
  });
}
