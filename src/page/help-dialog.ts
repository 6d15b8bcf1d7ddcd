import { html, render } from 'lit-html';
import { hideableRegions } from './hide-regions.ts';
import type { KeyAction } from './keys.ts';

const keyNames: Readonly<Record<string, string>> = { ' ': 'Space' };

const stageKeys: readonly (readonly [string, string])[] = [
  ['Arrows', 'on the stage: pan; on the halo’s edge: turn the bandwidth'],
  ['+ and −', 'on the stage: zoom'],
  ['Enter', 'on the stage: pick the point nearest to the middle'],
  ['Shift and arrows', 'on the stage: pick the next point that way'],
  ['Esc', 'on the stage: pick no point'],
];

/** Opens the help; focus returns to where it was when it is closed. */
export function openHelp(host: HTMLDialogElement, keys: readonly KeyAction[]): void {
  const row = (name: string, help: string) =>
    html`<tr>
      <th scope="row"><kbd>${name}</kbd></th>
      <td>${help}</td>
    </tr>`;
  render(
    html`
      <form method="dialog" class="help">
        <h2>Help</h2>
        <p>
          Every point moves to the weighted mean of the points around it. Click one to see what it
          sees; drag its halo’s edge to turn the bandwidth; step back whenever you like.
        </p>
        <h3>Keys</h3>
        <table>
          <tbody>
            ${keys.map(({ key, help }) => row(keyNames[key] ?? key.toUpperCase(), help))}
            ${stageKeys.map(([name, help]) => row(name, help))}
          </tbody>
        </table>
        <h3>For a class</h3>
        <p>
          The address holds the whole state; copy the link and it opens the same picture. Add
          <code>&amp;hide=lesson,code</code> to take controls away: ${hideableRegions.join(', ')}.
          In the console, <code>meanfield.session</code> is what runs on this page.
        </p>
        <button class="button primary" autofocus>Close</button>
      </form>
    `,
    host,
  );
  host.showModal();
}
