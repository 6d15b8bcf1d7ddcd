import { html } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import type { Update } from './two-updates.ts';

const names = ['in place', 'all at once'] as const;

/**
 * Both updates' pictures, the buttons, and how far each came, sweep by sweep.
 *
 * @param goal distances below it stand out
 */
export function drawTwoUpdates(
  updates: readonly Update[],
  {
    isOver,
    playing,
    goal,
  }: { readonly isOver: boolean; readonly playing: boolean; readonly goal: number },
  told: { togglePlay(): void; sweepOnce(): void; restart(): void },
) {
  return html`<figure class="two-updates" aria-label="In place and all at once, side by side">
        <div class="pair">
          ${names.map(
            (name, i) => html`<div>
              <p><strong>${name}</strong>, batch size ${i === 0 ? '1' : '1,500'}</p>
              <canvas width="640" height="640" role="img" aria-label="The points, ${name}"></canvas>
            </div>`,
          )}
        </div>
        <div class="buttons">
          <button class="button primary" type="button" ?disabled=${isOver} @click=${told.togglePlay}>
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
        <div class="distances">
          <p id="two-updates-distances">Largest distance of a point to its cluster’s mean, sweep by sweep</p>
    <table aria-labelledby="two-updates-distances">
            <tbody>
              ${names.map(
                (name, i) => html`<tr>
                  <th scope="row">${name}</th>
                  ${updates[i]?.distances.map(
                    (distance) => html`<td class=${distance < goal ? 'there' : ''}>
                      ${formatNumber(distance, 2)}
                    </td>`,
                  )}
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </figure>`;
}
