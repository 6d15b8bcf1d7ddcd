import { html } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import type { Update } from './two-updates.ts';

/** Both updates' pictures, the buttons, and how far each came, sweep by sweep. */
export function drawTwoUpdates(
  updates: readonly Update[],
  { isOver, playing }: { readonly isOver: boolean; readonly playing: boolean },
  told: { togglePlay(): void; sweepOnce(): void; restart(): void },
) {
  return html`<figure class="two-updates" aria-label="In place and all at once, side by side">
  <div class="pair">
    ${['in place', 'all at once'].map(
      (name, i) => html`<div>
        <canvas width="280" height="280" role="img" aria-label="The points, ${name}"></canvas>
        <p><strong>${name}</strong><br />batch size ${i === 0 ? '1' : '1,500'}</p>
      </div>`,
    )}
  </div>
  <div class="buttons">
    <button class="button" type="button" ?disabled=${isOver} @click=${told.togglePlay}>
      ${playing ? 'Pause' : 'Play'}
    </button>
    <button
      class="button"
      type="button"
      ?disabled=${isOver}
      @click=${told.sweepOnce}
    >
      One sweep
    </button>
    <button class="button" type="button" @click=${told.restart}>Start over</button>
  </div>
  <table>
    <caption>Largest distance to the own cluster’s mean</caption>
    <thead>
      <tr>
        <th scope="col">sweep</th>
        <th scope="col">in place</th>
        <th scope="col"><abbr title="times the sweep before">×</abbr></th>
        <th scope="col">all at once</th>
        <th scope="col"><abbr title="times the sweep before">×</abbr></th>
      </tr>
    </thead>
    <tbody>
      ${updates[0]?.distances.map(
        (_, i) =>
          html`<tr>
            <th scope="row">${i}</th>
            ${updates.map(
              ({ distances }) => html`<td>${describe(distances[i])}</td>
                <td class="factor">${describe(distances[i] / distances[i - 1])}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>
</figure>`;
}

/** What is not there yet, or has nothing before it, stays empty. */
const describe = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : formatNumber(value, 2);
