import { html, nothing } from 'lit-html';
import { einsumExamples as examples } from './einsum-examples.ts';
import { axesPicture, contractionOrder, type EinsumOutcome, resultText } from './einsum-picture.ts';
import { exampleSelect } from './example-select.ts';
import { operandCount, type Understood } from './understand-einsum.ts';

/** What the einsum tool shows. */
interface ShownEinsum {
  /** Which example it is; −1 for none. */
  readonly chosen: number;
  readonly expression: string;
  readonly shapeTexts: readonly string[];
  /** Why what is typed is none; empty if it is one. */
  readonly refused: string;
  /** The last that was one. */
  readonly understood: Understood | null;
  readonly outcome: EinsumOutcome | null;
  readonly isRunning: boolean;
}

interface EinsumEvents {
  choose(index: number): void;
  run(): void;
  expressionTyped(text: string): void;
  shapeTyped(index: number, text: string): void;
}

/** The fields, the axes of what they say, and its result. */
export function drawEinsumTool(
  { chosen, expression, shapeTexts, refused, understood, outcome, isRunning }: ShownEinsum,
  told: EinsumEvents,
) {
  return html`
  ${exampleSelect(
    examples.map(({ label }) => label),
    chosen,
    told.choose,
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
      @input=${(event: Event) => told.expressionTyped(textOf(event))}
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
          @input=${(event: Event) => told.shapeTyped(i, textOf(event))}
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
    @click=${told.run}
  >
    Run
  </button>
  <div role="status">${outcome ? resultText(outcome) : nothing}</div>
`;
}

const textOf = ({ target }: Event) => (target as HTMLInputElement).value;
