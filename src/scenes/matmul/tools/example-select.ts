import { html, nothing } from 'lit-html';

/**
 * Examples to begin from.
 *
 * @param chosen an index, or -1 once something of one's own was typed
 */
export const exampleSelect = (
  labels: readonly string[],
  chosen: number,
  choose: (index: number) => void,
) => html`<label>
  example
  <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).selectedIndex)}>
    ${labels.map((label, i) => html`<option .selected=${i === chosen}>${label}</option>`)}
    ${chosen < 0 ? html`<option selected>your own</option>` : nothing}
  </select>
</label>`;
