import { html, render } from 'lit-html';
import type { DerivativesWorld, TakenSlope } from '../../../systems/derivatives/world.ts';
import type { Tool } from '../../tool.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { numberText } from '../sim/number-text.ts';
import './function-tools.css';

const mostRows = 14;
const digits = 12;

/** The slopes of the last steps under each other; digits that agree with the exact slope stand out. */
export const digitsTool: Tool<DerivativesWorld, DerivativesDescription> = {
  id: 'digits',
  title: 'Its digits',
  help: 'The slope at each step. What agrees with the exact derivative is bold: digits settle as h shrinks, and come loose again.',
  open(host, { moment }) {
    function draw(): void {
      const { world, description } = moment();
      const { taken, motion } = world;
      const { found } = description;
      if (!found || motion !== 'shrink h') {
        render(html`<p>Let h shrink to see the digits settle.</p>`, host);
        return;
      }
      const { exact } = found;
      const rows = taken.map((it, step) => ({ ...it, step })).slice(-mostRows);
      render(
        html`<table class="digits">
          <thead>
            <tr>
              <th scope="col">step</th>
              <th scope="col">h</th>
              <th scope="col">slope</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => slopeRow(row, exact))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan="2">exactly</th>
              <td>${Number.isFinite(exact) ? exact.toPrecision(digits) : 'none'}</td>
            </tr>
          </tfoot>
        </table>`,
        host,
      );
    }
    draw();
    return { update: draw, dispose: () => undefined };
  },
};

function slopeRow({ step, h, slope }: TakenSlope & { readonly step: number }, exact: number) {
  const text = Number.isFinite(slope) ? slope.toPrecision(digits) : 'none';
  const settled = agreeing(text, exact);
  return html`<tr>
    <th scope="row">${step}</th>
    <td>${numberText(h, 3)}</td>
    <td><strong>${text.slice(0, settled)}</strong>${text.slice(settled)}</td>
  </tr>`;
}

/** How many characters of a number agree with the exact one. */
function agreeing(text: string, exact: number): number {
  if (!Number.isFinite(exact)) return 0;
  const truth = exact.toPrecision(digits);
  let count = 0;
  while (count < text.length && text[count] === truth[count]) count += 1;
  return count;
}
