import { html } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import { describeStep } from '../../../gpu/einsum/einsum.ts';
import type { EinsumPlan } from '../../../maths/einsum/plan-contractions.ts';
import type { ResolvedEinsum } from '../../../maths/einsum/resolve-einsum.ts';
import { valueText } from '../sim/value-text.ts';

export interface EinsumOutcome {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  readonly ms: number;
}

const mostShown = 24;

const axisName = (axis: string) => (axis.startsWith('.') ? '…' : axis);

/** Every letter as an axis: its length, who has it, and whether the result keeps it. */
export function axesPicture({ sizes, operands, output }: ResolvedEinsum, isDone: boolean) {
  const longest = Math.log(Math.max(2, ...sizes.values()));
  return html`<table class="letters ${isDone ? 'collapsed' : ''}">
    <thead>
      <tr>
        <th scope="col">axis</th>
        <th scope="col">size</th>
        <th scope="col">in</th>
        <th scope="col"></th>
      </tr>
    </thead>
    <tbody>
      ${[...sizes].map(([axis, size], i) => {
        const isKept = output.includes(axis);
        const owners = operands.flatMap((axes, at) => (axes.includes(axis) ? [at + 1] : []));
        const width = size === 0 ? 0 : 8 + (92 * Math.log(size)) / longest;
        return html`<tr>
          <th scope="row">${axisName(axis)}</th>
          <td>${size}</td>
          <td>${owners.join(', ')}</td>
          <td class="axis">
            <span
              class="bar ${isKept ? 'kept' : 'summed'}"
              style="--length: ${width}%; --series: var(--cluster-${i % 12})"
            ></span>
            ${isKept ? 'kept' : 'summed'}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** In which order the operands are contracted, and what that saves. */
export function contractionOrder({ steps, cost, leftToRightCost }: EinsumPlan) {
  const saved = cost === 0 ? 1 : leftToRightCost / cost;
  return html`<p>
    Contracted as ${steps.map((step, i) => html`${i > 0 ? ', then ' : ''}<code>${describeStep(step)}</code>`)}:
    ${cost.toLocaleString('en')} products${saved > 1.01 ? `, ${formatNumber(saved)} times fewer than from left to right` : ''}.
  </p>`;
}

/** The result’s shape, its time and its first elements. */
export function resultText({ shape, data, ms }: EinsumOutcome) {
  const first = Array.from(data.subarray(0, mostShown), (value) => valueText(value));
  return html`<p>
    ${shape.length === 0 ? 'A number' : `Shape (${shape.join(', ')})`} in ${formatNumber(ms, 2)} ms:
    <code>${first.join(', ')}${data.length > mostShown ? ', …' : ''}</code>
  </p>`;
}
