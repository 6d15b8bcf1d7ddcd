import { html, nothing, render } from 'lit-html';
import { InputError } from '../../../base/input-error.ts';
import { runEinsum } from '../../../gpu/einsum/einsum.ts';
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
import { einsumExamples as examples } from './einsum-examples.ts';
import { axesPicture, contractionOrder, type EinsumOutcome, resultText } from './einsum-picture.ts';
import { exampleSelect } from './example-select.ts';

interface Understood {
  readonly einsum: ResolvedEinsum;
  readonly plan: EinsumPlan;
}

/** Beyond this a slip of the finger would fill the memory of a page. */
const mostElements = 2 ** 24;
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
    let outcome: EinsumOutcome | null = null;
    let isRunning = false;
    let ended = false;

    /** What the fields say, or null with a sentence where they say nothing that makes sense. */
    function understand(): Understood | null {
      try {
        const count = operandCount(expression);
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
      const asked = understood;
      const { einsum } = asked;
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
          // Something else may be typed by now.
          if (understood !== asked) return;
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
              { length: Math.min(operandCount(expression), 12) },
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
          ${understood && understood.plan.steps.length > 1 ? contractionOrder(understood.plan) : nothing}
          <button
            class="button primary"
            type="button"
            ?disabled=${isRunning || refused !== ''}
            @click=${run}
          >
            Run
          </button>
          <div role="status">${outcome ? resultText(outcome) : nothing}</div>
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

const operandCount = (expression: string) => expression.split('->')[0].split(',').length;
