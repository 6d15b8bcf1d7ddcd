import './derivative-tools.css';
import { html, render, type TemplateResult } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import { type Expression, variable } from '../../../maths/expression/expression.ts';
import { expressionSize } from '../../../maths/expression/expression-size.ts';
import { parametersOf } from '../../../maths/expression/parameters-of.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import { formula } from '../../../view/formula.ts';
import type { Tool } from '../../tool.ts';
import { carPicture } from './car-picture.ts';
import { type ChainRates, compileChainRates } from './chain-rates.ts';
import { type Composition, splitComposition } from './split-composition.ts';
import type { ToolWorld } from './tool-world.ts';
import { wheelsPicture } from './wheels-picture.ts';

const offered = 'sin(x^2)';
/** How far from the point the wheels can be turned. */
const reach = 2;
/** What the value in between is called: the first that is no parameter. */
const letters = ['u', 'v', 'w', 'z'];
/** A longer formula would push the wheels out of sight. */
const mostParts = 40;

/** The car, whose units divide too, and wheels that turn each other as f(g(x)) does. */
export const chainRuleTool: Tool<ToolWorld> = {
  id: 'chain',
  title: 'The chain rule',
  help: 'A derivative is one rate divided by another. Rates multiply along a chain, as wheels do that turn each other.',
  open(host, { moment, setValues }) {
    const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');
    // Set once: a formula that is made anew shows its TeX until it is set.
    const rules = new Map(
      letters.map((u) => [
        u,
        formula(`\\frac{dy}{dx} = \\frac{dy}{d${u}} \\cdot \\frac{d${u}}{dx}`),
      ]),
    );
    /** Where the point was last followed to, and how far the wheels are turned from there. */
    let base = moment().world.now.x;
    let turned = 0;
    let chain = compile();

    function compile() {
      const { expression, parameters } = moment().world;
      const composition = splitComposition(expression);
      const key = JSON.stringify(parameters);
      const rates = composition && compileChainRates(composition, parameters);
      return { expression, key, composition, rates };
    }

    function draw(): void {
      const { world, playing } = moment();
      // Who wishes for less motion turns the wheels by hand; they do not follow a travelling point.
      if (!(playing && reducesMotion.matches)) base = world.now.x;
      const isSame = chain.expression === world.expression;
      if (!isSame || chain.key !== JSON.stringify(world.parameters)) chain = compile();
      const { expression, composition, rates } = chain;
      render(
        html`${carPicture()}
          <p class="formula-line">${rules.get(freeLetter(expression))}</p>
          ${
            composition && rates
              ? wheels(expression, composition, rates(base + turned))
              : offer(expression)
          }`,
        host,
      );
    }

    function wheels(expression: Expression, { outer, inner }: Composition, rates: ChainRates) {
      const x = base + turned;
      const u = freeLetter(expression);
      const { duDx, dyDu, dyDx } = rates;
      return html`
        <p class="formula-text">y = ${text(outer(variable(u)), `f(${u})`)}, ${u} = ${text(inner, 'g(x)')}</p>
        <label>
          turn x, up to ${reach} either way from the point
          <input
            type="range"
            min=${-reach}
            max=${reach}
            step="0.01"
            .value=${String(turned)}
            aria-valuetext="x = ${formatNumber(x, 4)}"
            @input=${(event: Event) => {
              turned = (event.target as HTMLInputElement).valueAsNumber;
              draw();
            }}
          />
        </label>
        ${wheelsPicture(
          [
            { name: 'x', angle: x },
            { name: u, angle: rates.u },
            { name: 'y', angle: rates.y },
          ],
          [duDx, dyDu],
        )}
        ${ratesTable(u, x, rates)}
        <p>
          dy/d${u} · d${u}/dx = ${formatNumber(dyDu)} · ${formatNumber(duDx)} =
          ${formatNumber(dyDx)} = dy/dx. ${tell(u, rates)}
        </p>
      `;
    }

    const offer = (expression: Expression): TemplateResult => html`<p>
        ${text(expression, 'This formula')} is no function of a function of x, so there is no chain in it.
      </p>
      <div class="tool-row">
        <button class="button" type="button" @click=${() => setValues({ f: offered })}>
          Take f = ${offered}
        </button>
      </div>`;

    draw();
    return { update: draw, dispose: () => undefined };
  },
};

function ratesTable(u: string, x: number, { u: valueOfU, y, duDx, dyDu, dyDx }: ChainRates) {
  const row = (name: string, value: number, rate: TemplateResult | string) => html`<tr>
    <th scope="row">${name}</th>
    <td>${formatNumber(value, 4)}</td>
    <td>${rate}</td>
  </tr>`;
  return html`<table class="chain-rates">
    <thead>
      <tr>
        <th scope="col">wheel</th>
        <th scope="col">turned to</th>
        <th scope="col">rate</th>
      </tr>
    </thead>
    <tbody>
      ${row('x', x, '1')} ${row(u, valueOfU, `d${u}/dx = ${formatNumber(duDx)}`)}
      ${row('y', y, `dy/d${u} = ${formatNumber(dyDu)}`)}
      <tr class="result">
        <th scope="row">y by x</th>
        <td></td>
        <td>dy/dx = ${formatNumber(dyDx)}</td>
      </tr>
    </tbody>
  </table>`;
}

function tell(u: string, { dyDx }: ChainRates): string {
  if (Number.isNaN(dyDx)) return 'At this x one of the rates does not exist.';
  if (dyDx === 0) return 'One of the wheels stands still, so y does not move.';
  return `For a small turn of x, y turns ${formatNumber(Math.abs(dyDx))} times as far${dyDx < 0 ? ', the other way round' : ''}; the ${u} in between cancels.`;
}

/** The formula, or what stands for one that is too long. */
const text = (expression: Expression, otherwise: string) =>
  expressionSize(expression) > mostParts ? otherwise : printExpression(expression);

/** u, unless the formula has a parameter of that name. */
function freeLetter(expression: Expression): string {
  const taken = parametersOf(expression);
  return letters.find((letter) => !taken.includes(letter)) ?? 'u';
}
