import './derivative-tools.css';
import { html, nothing, render } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import { formula } from '../../../view/formula.ts';
import type { Tool } from '../../tool.ts';
import { type Growth, growProduct } from './grow-product.ts';
import { type GrowthNames, growthPicture } from './growth-picture.ts';
import { squareNames } from './square-names.ts';
import type { ToolWorld } from './tool-world.ts';

interface Shape {
  readonly label: string;
  readonly names: GrowthNames;
  /** v is this many times x, and u is x. */
  readonly factor: number;
  /** The growth, and the growth divided by dx, in TeX. */
  readonly growth: string;
  readonly divided: string;
  /** What is left of it once dx² = 0. */
  readonly slope: string;
}

const shapes: readonly Shape[] = [
  {
    label: 'x², a square',
    names: squareNames,
    factor: 1,
    growth: '(x + dx)^2 - x^2 = 2x\\,dx + dx^2',
    divided: '\\div\\, dx\\!:\\quad 2x + dx',
    slope: '2x',
  },
  {
    label: 'u·v, with u = x and v = 3x/2',
    names: {
      u: 'u',
      v: 'v',
      du: 'du',
      dv: 'dv',
      product: 'u·v',
      besides: 'v·du',
      below: 'u·dv',
      corner: 'du·dv',
    },
    factor: 1.5,
    growth: 'd(uv) = u\\,dv + v\\,du + du\\,dv',
    divided: '\\div\\, dx\\!:\\quad u\\tfrac{dv}{dx} + v\\tfrac{du}{dx} + \\tfrac{du\\,dv}{dx}',
    slope: 'u·dv/dx + v·du/dx',
  },
];

/** dx goes from x down to 10^-3 of it. */
const mostDecades = 3;
const figures = 5;

/** A product grows by two strips and a corner; the corner is what an infinitesimal dx leaves out. */
export const infinitesimalsTool: Tool<ToolWorld> = {
  id: 'infinitesimals',
  title: 'Infinitesimals',
  help: 'A square whose side grows by dx gains two strips and a corner. Make dx small: the corner vanishes first, and what is left is the derivative.',
  open(host, { moment }) {
    let chosen = shapes[0];
    let decades = 0.5;
    // Set once: a formula that is made anew shows its TeX until it is set.
    const formulas = new Map(
      shapes.map((shape) => [shape, [formula(shape.growth), formula(shape.divided)]]),
    );

    function draw(): void {
      const there = moment().world.now.x;
      const isDrawn = Number.isFinite(there) && there !== 0;
      const x = isDrawn ? there : 1;
      const part = 10 ** -decades;
      const dx = part * x;
      const { names, factor } = chosen;
      const [u, v] = [x, factor * x];
      const growth = growProduct(u, v, dx, factor * dx);
      render(
        html`
          <label>
            what grows
            <select
              @change=${(event: Event) => {
                chosen = shapes[(event.target as HTMLSelectElement).selectedIndex];
                draw();
              }}
            >
              ${shapes.map((shape) => html`<option .selected=${shape === chosen}>${shape.label}</option>`)}
            </select>
          </label>
          <label>
            dx, from x down to a thousandth of it
            <input
              type="range"
              min="0"
              max=${mostDecades}
              step="0.05"
              .value=${String(decades)}
              aria-valuetext="dx is ${formatNumber(dx)}, which is ${formatNumber(part)} of x"
              @input=${(event: Event) => {
                decades = (event.target as HTMLInputElement).valueAsNumber;
                draw();
              }}
            />
          </label>
          <p>
            ${isDrawn ? nothing : 'The point is at no x that a side could have; x = 1 is drawn instead. '}x
            = ${formatNumber(x)}, dx = ${formatNumber(dx)}, which is ${formatNumber(part)} of x.
          </p>
          ${growthPicture({ names, u, v, part })}
          <p>${formulas.get(chosen)?.map((set) => html`<span class="formula-line">${set}</span>`)}</p>
          ${growthTable(chosen, growth, dx)}
          <p>${ending(chosen)}</p>
        `,
        host,
      );
    }
    draw();
    return { update: draw, dispose: () => undefined };
  },
};

function growthTable({ names, slope }: Shape, growth: Growth, dx: number) {
  const { besides, below, corner, whole } = growth;
  const row = (kind: string, name: string, area: number) => html`<tr>
    <th scope="row">
      ${kind ? html`<span class="swatch ${kind}" aria-hidden="true"></span>` : nothing}${name}
    </th>
    <td>${formatNumber(area, figures)}</td>
    <td>${formatNumber(area / dx, figures)}</td>
  </tr>`;
  return html`<table class="growth-parts">
    <caption>
      The growth of ${names.product}, part by part
    </caption>
    <thead>
      <tr>
        <th scope="col">part</th>
        <th scope="col">area</th>
        <th scope="col">÷ dx</th>
      </tr>
    </thead>
    <tbody>
      ${row('besides', `strip at the right, ${names.besides}`, besides)}
      ${row('below', `strip below, ${names.below}`, below)}
      ${row('corner', `corner, ${names.corner}`, corner)} ${row('', 'all of it', whole)}
      <tr class="result">
        <th scope="row">without the corner: ${slope}</th>
        <td>${formatNumber(besides + below, figures)}</td>
        <td>${formatNumber((besides + below) / dx, figures)}</td>
      </tr>
    </tbody>
  </table>`;
}

const ending = ({ names, factor }: Shape) =>
  factor === 1
    ? 'Divided by dx, the strips give 2x whatever dx is; the corner gives dx. An infinitesimal dx has dx² = 0, so the slope of x² is 2x.'
    : `Divided by dx, the strips stay and the corner shrinks with dx. With ${names.corner} = 0 the product rule is left: each side’s slope times the other side.`;
