import { html, nothing, render } from 'lit-html';
import { ExpressionError } from '../../../maths/expression/expression-error.ts';
import { toTex } from '../../../maths/expression/to-tex.ts';
import { displayFormula } from '../../../view/formula.ts';
import { textOf } from '../../../world/text-of.ts';
import type { Tool } from '../../tool.ts';
import { parameters } from '../parameters.ts';
import { readFormula } from '../sim/read-formula.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import './function-tools.css';

/** The function is typed here; what is half typed keeps the last good curve, and says what is missing. */
export const formulaTool: Tool<SceneWorld> = {
  id: 'formula',
  title: 'The function',
  help: 'Type a function of x, or of x and y. Any other letter becomes a slider in the panel.',
  open(host, { moment, setValues }) {
    let shownWorld = moment().world;
    let text = formulaIn(shownWorld);
    let refused = '';

    function type(typed: string): void {
      text = typed;
      refused = '';
      try {
        readFormula(text);
        setValues({ f: text });
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        refused = error.message;
      }
      draw();
    }

    function draw(): void {
      const { expression, derivatives, isField } = shownWorld;
      const name = isField ? 'f(x, y)' : 'f(x)';
      const slope = isField ? '\\frac{\\partial f}{\\partial x}' : "f'(x)";
      render(
        html`
          <label>
            ${name} =
            <input
              class="formula-field"
              type="text"
              spellcheck="false"
              autocomplete="off"
              .value=${text}
              aria-invalid=${refused !== ''}
              aria-describedby="formula-refused"
              @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
            />
          </label>
          <p class="refused" id="formula-refused" role="alert">${refused}</p>
          <div class="formulas">
            ${displayFormula(`${name} = ${toTex(expression)}`)}
            ${displayFormula(`${slope} = ${toTex(derivatives[0])}`)}
            ${isField ? nothing : displayFormula(`f''(x) = ${toTex(derivatives[1])}`)}
          </div>
        `,
        host,
      );
    }
    draw();
    return {
      update() {
        const { world } = moment();
        if (world === shownWorld) return;
        shownWorld = world;
        // Chosen elsewhere: a preset, a link. What is being typed stays as it is typed.
        const now = formulaIn(world);
        if (refused === '' && now !== text.trim()) text = now;
        draw();
      },
      dispose: () => undefined,
    };
  },
};

/** The formula as it is written: what is typed, or the preset's. */
const formulaIn = ({ values }: SceneWorld) => textOf(parameters.f, values.f, values);
