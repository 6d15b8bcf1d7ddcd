import { html, nothing, render } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import { InputError } from '../../../base/input-error.ts';
import { describeStep, runEinsum } from '../../../gpu/einsum/einsum.ts';
import { EinsumError } from '../../../maths/einsum/einsum-error.ts';
import { type EinsumPlan, planContractions } from '../../../maths/einsum/plan-contractions.ts';
import {
  mostAxes,
  type ResolvedEinsum,
  resolveEinsum,
} from '../../../maths/einsum/resolve-einsum.ts';
import { torchRandom } from '../../../maths/torch-random.ts';
import type { Tool } from '../../tool.ts';
import { readShape } from '../sim/read-shape.ts';
import { valueText } from '../sim/value-text.ts';
import { exampleSelect } from './example-select.ts';

interface Example {
  readonly label: string;
  readonly expression: string;
  readonly shapes: readonly string[];
}

const examples: readonly Example[] = [
  { label: 'matrix product', expression: 'ik,kj->ij', shapes: ['5, 784', '784, 10'] },
  { label: 'its products, unsummed', expression: 'ik,kj->ikj', shapes: ['5, 784', '784, 10'] },
  { label: 'transpose', expression: 'ij->ji', shapes: ['2, 3'] },
  { label: 'trace', expression: 'ii', shapes: ['4, 4'] },
  { label: 'diagonal', expression: 'ii->i', shapes: ['4, 4'] },
  { label: 'outer product', expression: 'i,j->ij', shapes: ['3', '3'] },
  { label: 'batches of products', expression: 'bij,bjk->bik', shapes: ['8, 3, 4', '8, 4, 5'] },
  {
    label: 'attention scores',
    expression: 'bhid,bhjd->bhij',
    shapes: ['2, 4, 6, 8', '2, 4, 6, 8'],
  },
  {
    label: 'a chain, ordered by cost',
    expression: 'ij,jk,kl->il',
    shapes: ['100, 2', '2, 100', '100, 3'],
  },
  {
    label: 'whatever is in front',
    expression: '...ij,...jk->...ik',
    shapes: ['2, 1, 3, 4', '5, 4, 2'],
  },
];

interface Understood {
  readonly einsum: ResolvedEinsum;
  readonly plan: EinsumPlan;
}

interface Outcome {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  readonly ms: number;
}

/** Beyond this a slip of the finger would fill the memory of a page. */
const mostElements = 2 ** 24;
const mostShown = 24;
const limits = { axes: mostAxes, least: 0 };

/** Type an expression and its operands' shapes, see its axes, and run it. */
export const einsumTool: Tool = {
  id: 'einsum',
  title: 'Einsum',
  help: 'Letters that come twice are multiplied; letters that the result lacks are summed. Any expression that numpy takes.',
  open(host, { compute, failed }) {
    let chosen = 0;
    let expression = examples[0].expression;
    let shapeTexts = [...examples[0].shapes];
    let refused = '';
    let understood = understand();
    let outcome: Outcome | null = null;
    let isRunning = false;
    let ended = false;

    /** What the fields say, or null with a sentence where they say nothing that makes sense. */
    function understand(): Understood | null {
      try {
        const count = expression.split('->')[0].split(',').length;
        while (shapeTexts.length < count) shapeTexts.push('2, 2');
        const shapes = shapeTexts.slice(0, count).map((text) => readShape(text, limits));
        const einsum = resolveEinsum(expression, shapes);
        const sizes = [...einsum.shapes, einsum.outputShape].map((shape) =>
          shape.reduce((product, size) => product * size, 1),
        );
        const largest = Math.max(...sizes);
        if (largest > mostElements) {
          throw new InputError(
            `${largest.toLocaleString('en')} elements are more than this page takes (${mostElements.toLocaleString('en')}); make the sizes smaller`,
          );
        }
        refused = '';
        return { einsum, plan: planContractions(einsum) };
      } catch (error) {
        if (!(error instanceof EinsumError || error instanceof InputError)) throw error;
        refused = error.message;
        return null;
      }
    }

    function typed(): void {
      chosen = -1;
      // The last good one stays in sight while something is half typed.
      const now = understand();
      if (now) {
        understood = now;
        outcome = null;
      }
      draw();
    }

    function choose(index: number): void {
      chosen = index;
      ({ expression } = examples[index]);
      shapeTexts = [...examples[index].shapes];
      understood = understand();
      outcome = null;
      draw();
    }

    function run(): void {
      if (!understood) return;
      const { einsum } = understood;
      isRunning = true;
      draw();
      const random = torchRandom(42);
      const operands = einsum.shapes.map((shape) => ({
        shape,
        data: Float64Array.from(
          random.uniforms(shape.reduce((product, size) => product * size, 1)),
          (u) => 2 * u - 1,
        ),
      }));
      const begun = performance.now();
      runEinsum(compute, einsum.text, operands)
        .then((result) => {
          outcome = { ...result, ms: compute.lastRunMs ?? performance.now() - begun };
        })
        .catch(failed)
        .finally(() => {
          isRunning = false;
          draw();
        });
    }

    function draw(): void {
      if (ended) return;
      const count = expression.split('->')[0].split(',').length;
      render(
        html`
          ${exampleSelect(
            examples.map(({ label }) => label),
            chosen,
            choose,
          )}
          <label>
            expression
            <input
              class="expression"
              type="text"
              spellcheck="false"
              .value=${expression}
              aria-invalid=${refused !== ''}
              aria-describedby="einsum-refused"
              @input=${(event: Event) => {
                expression = (event.target as HTMLInputElement).value;
                typed();
              }}
            />
          </label>
          <div class="tool-row">
            ${Array.from(
              { length: Math.min(count, 12) },
              (_, i) => html`<label>
                shape ${i + 1}
                <input
                  type="text"
                  spellcheck="false"
                  .value=${shapeTexts[i] ?? ''}
                  @input=${(event: Event) => {
                    shapeTexts[i] = (event.target as HTMLInputElement).value;
                    typed();
                  }}
                />
              </label>`,
            )}
          </div>
          <p class="refused" id="einsum-refused" role="alert">${refused}</p>
          ${understood ? axesPicture(understood.einsum, outcome !== null) : nothing}
          ${understood && understood.plan.steps.length > 1 ? orderOf(understood.plan) : nothing}
          <button
            class="button primary"
            type="button"
            ?disabled=${isRunning || refused !== ''}
            @click=${run}
          >
            Run
          </button>
          <div role="status">${outcome ? resultOf(outcome) : nothing}</div>
        `,
        host,
      );
    }
    draw();
    return {
      dispose() {
        ended = true;
      },
    };
  },
};

const axisName = (axis: string) => (axis.startsWith('.') ? '…' : axis);

/** Every letter as an axis: its length, who has it, and whether the result keeps it. */
function axesPicture({ sizes, operands, output }: ResolvedEinsum, isDone: boolean) {
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

function orderOf({ steps, cost, leftToRightCost }: EinsumPlan) {
  const saved = cost === 0 ? 1 : leftToRightCost / cost;
  return html`<p>
    Contracted as ${steps.map((step, i) => html`${i > 0 ? ', then ' : ''}<code>${describeStep(step)}</code>`)}:
    ${cost.toLocaleString('en')} products${saved > 1.01 ? `, ${formatNumber(saved)} times fewer than from left to right` : ''}.
  </p>`;
}

function resultOf({ shape, data, ms }: Outcome) {
  const first = Array.from(data.subarray(0, mostShown), (value) => valueText(value));
  return html`<p>
    ${shape.length === 0 ? 'A number' : `Shape (${shape.join(', ')})`} in ${formatNumber(ms, 2)} ms:
    <code>${first.join(', ')}${data.length > mostShown ? ', …' : ''}</code>
  </p>`;
}
