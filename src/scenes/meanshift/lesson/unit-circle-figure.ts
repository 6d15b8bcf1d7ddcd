import { html, render, svg } from 'lit-html';
import type { FigureContext } from '../../../view/lesson-page.ts';

/** Where it has gone as far as a figure shows, α stands for any that is larger. */
const hugePower = 200;
/** The vector whose norm is shown: 3-4-5. */
const sample = [0.6, 0.8] as const;

/** All points at distance 1 from the middle, for any power of the norm. */
export function showUnitCircle(
  host: HTMLElement,
  { answered }: Pick<FigureContext, 'answered'>,
): () => void {
  /** The slider's place is 1/α, so that it ends at the largest difference alone. */
  let inverse = 0.5;

  function turn(to: number): void {
    inverse = Math.round(100 * to) / 100;
    if (inverse === 1) answered();
    draw();
  }

  function draw(): void {
    const power = inverse === 0 ? hugePower : 1 / inverse;
    const text = inverse === 0 ? 'α = ∞' : `α = ${power.toFixed(power < 10 ? 1 : 0)}`;
    const length = norm(sample[0], sample[1], power);
    render(
      html`<figure class="unit-circle">
        <svg viewBox="-1.3 -1.3 2.6 2.6" role="img" aria-label="All points at distance 1, ${text}">
          ${svg`<path class="axes" d="M-1.25 0H1.25M0 -1.25V1.25" />
          ${[1, 2, hugePower].map((it) => svg`<path class="known" d=${unitCircle(it)} />`)}
          <path class="now" d=${unitCircle(power)} />
          <path class="vector" d="M0 0L${sample[0]} ${-sample[1]}" />
          <circle class="tip" cx=${sample[0]} cy=${-sample[1]} r="0.035" />
          <text x=${sample[0] + 0.06} y=${-sample[1] - 0.03}>v</text>
          <text x="1.05" y="-0.04">1</text>
          <text x="0.05" y="-1.07">1</text>`}
        </svg>
        <figcaption>
          <label>
            All points at distance 1: <output>${text}</output>
            <input
              type="range"
              aria-label="α"
              min="0"
              max="1"
              step="0.05"
              .value=${String(1 - inverse)}
              aria-valuetext=${text}
              @input=${(event: Event) => turn(1 - (event.target as HTMLInputElement).valueAsNumber)}
            />
            <span class="ends" aria-hidden="true"><span>1</span><span>2</span><span>∞</span></span>
          </label>
          <p>
            v = (${sample.join(', ')}) has the norm <output>${length.toFixed(3)}</output>${
              Math.abs(length - 1) < 1e-9
                ? ': it lies on the circle.'
                : length > 1
                  ? ': it lies outside.'
                  : ': it lies inside.'
            }
          </p>
        </figcaption>
      </figure>`,
      host,
    );
  }

  draw();
  return () => render('', host);
}

const norm = (x: number, y: number, power: number) =>
  (Math.abs(x) ** power + Math.abs(y) ** power) ** (1 / power);

function unitCircle(power: number): string {
  const places = Array.from({ length: 160 }, (_, i) => {
    const [cos, sin] = [Math.cos((i * Math.PI) / 80), Math.sin((i * Math.PI) / 80)];
    const along = (value: number) => (value / norm(cos, sin, power)).toFixed(3);
    return `${along(cos)} ${along(-sin)}`;
  });
  return `M${places.join('L')}Z`;
}
