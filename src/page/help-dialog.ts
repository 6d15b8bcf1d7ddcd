import { html, render } from 'lit-html';
import { hideableRegions } from './hide-regions.ts';
import type { KeyAction } from './keys.ts';

const keyNames: Readonly<Record<string, string>> = { ' ': 'Space' };

const stageKeys: readonly (readonly [string, string])[] = [
  ['Arrows', 'on the stage: pan; on a handle: move it'],
  ['+ and −', 'on the stage: zoom'],
  ['Enter', 'on the stage: pick the point nearest to the middle'],
  ['Shift and arrows', 'on the stage: pick the next point that way'],
  ['Esc', 'presenting: end it; on the stage: pick no point; elsewhere: close what is open'],
];

const whatIsWhat: readonly (readonly [string, string])[] = [
  ['Stage', 'What is computed, as a picture. Click or tap a point to look at it; drag to pan.'],
  ['Time', 'Below the stage. Plays, steps, goes back; the long slider holds every step taken.'],
  [
    'Lesson',
    'One page for each part of the video. Each asks a question that is answered by doing.',
  ],
  ['Code', 'The same step as code; the lines that run now are marked.'],
  ['Controls', 'The parameters. Rest on a name, or focus it, to read what it does.'],
  ['Charts', 'Numbers of this run. Each is a table as well.'],
];

/** Opens the help; focus returns to where it was when it is closed. */
export function openHelp(host: HTMLDialogElement, keys: readonly KeyAction[]): void {
  const keyOf = (name: string) => html`<kbd>${name}</kbd>`;
  const row = (name: unknown, help: string) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${help}</td>
    </tr>`;
  render(
    html`
      <form method="dialog" class="help">
        <h2>Help</h2>
        <h3>What is what</h3>
        <table>
          <tbody>
            ${whatIsWhat.map(([name, help]) => row(name, help))}
          </tbody>
        </table>
        <h3>Keys</h3>
        <table>
          <tbody>
            ${keys.map(({ key, help }) => row(keyOf(keyNames[key] ?? key.toUpperCase()), help))}
            ${stageKeys.map(([name, help]) => row(keyOf(name), help))}
          </tbody>
        </table>
        <h3>For a class</h3>
        <p>
          The address holds the whole state: “copy link” gives a link that opens the same picture, and
          “&lt;/&gt;” beside it the code that embeds it in another page.
          Add <code>&amp;hide=lesson,code</code> to it to take regions away; there are
          ${hideableRegions.join(', ')}. Add <code>&amp;present=1</code> for a projector, or press P.
        </p>
        <p>
          In the browser’s console <code>meanfield.session</code> is what runs here: try
          <code>meanfield.session.player.forward()</code>.
        </p>
        <button class="button primary close" autofocus>Close</button>
      </form>
    `,
    host,
  );
  host.showModal();
  host.scrollTo({ top: 0 });
}
