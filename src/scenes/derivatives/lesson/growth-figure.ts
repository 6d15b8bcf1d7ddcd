import { html, render } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';
import type { FigureContext } from '../../../view/lesson-page.ts';
import { growthPicture } from '../tools/growth-picture.ts';
import { squareNames } from '../tools/square-names.ts';
import '../tools/derivative-tools.css';
import './lesson.css';

/** dx goes from half of x down to 10^-3 of it. */
const leastDecades = Math.log10(2);
const mostDecades = 3;

/** A square of side 1 that grows by dx; answered where dx is a hundredth of it or less. */
export function showGrowth(
  host: HTMLElement,
  { answered }: Pick<FigureContext, 'answered'>,
): () => void {
  let decades = 0.5;

  function draw(): void {
    const dx = 10 ** -decades;
    render(
      html`<figure class="growing-square">
        ${growthPicture({ names: squareNames, u: 1, v: 1, part: dx, mostPart: 0.5 })}
        <div>
          <label>
            x = 1, dx = <output>${formatNumber(dx, 3)}</output>
            <input
              type="range"
              aria-label="dx, smaller to the right"
              min=${leastDecades}
              max=${mostDecades}
              step="any"
              .value=${String(decades)}
              aria-valuetext="dx = ${formatNumber(dx, 3)}"
              @input=${(event: Event) => {
                decades = (event.target as HTMLInputElement).valueAsNumber;
                if (decades >= 2) answered();
                draw();
              }}
            />
          </label>
          <table>
            <caption>What it grows by, divided by dx</caption>
            <tbody>
              <tr><th scope="row">two strips, x·dx each</th><td>2</td></tr>
              <tr><th scope="row">corner, dx²</th><td>${formatNumber(dx, 3)}</td></tr>
              <tr class="whole"><th scope="row">all of it</th><td>${formatNumber(2 + dx, 5)}</td></tr>
            </tbody>
          </table>
        </div>
      </figure>`,
      host,
    );
  }

  draw();
  return () => render('', host);
}
