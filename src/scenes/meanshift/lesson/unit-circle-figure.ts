import { html, render, svg } from 'lit-html';

const size = 120;
const radius = 50;

/** All points at distance 1 from the middle, for any power of the norm. */
export function showUnitCircle(host: HTMLElement): () => void {
  /** The slider's place is 1/α, so that it ends at the largest difference alone. */
  let inverse = 0.5;

  function draw(): void {
    const power =
      inverse === 0 ? 'the largest difference alone' : `α = ${(1 / inverse).toFixed(1)}`;
    render(
      html`<figure class="unit-circle">
        <svg viewBox="0 0 ${size} ${size}" role="img" aria-label="All points at distance 1, ${power}">
          ${svg`<path class="axes" d="M0 ${size / 2}H${size}M${size / 2} 0V${size}" />
          <path class="round" d=${unitCircle(2)} />
          <path class="now" d=${unitCircle(inverse === 0 ? 200 : 1 / inverse)} />`}
        </svg>
        <figcaption>
          <label>
            All points at distance 1: <output>${power}</output>
            <input
              type="range"
              min="0"
              max="1"
              step="0.05"
              .value=${String(1 - inverse)}
              aria-valuetext=${power}
              @input=${(event: Event) => {
                inverse =
                  Math.round(100 - 100 * (event.target as HTMLInputElement).valueAsNumber) / 100;
                draw();
              }}
            />
          </label>
        </figcaption>
      </figure>`,
      host,
    );
  }

  draw();
  return () => render('', host);
}

function unitCircle(power: number): string {
  const places = Array.from({ length: 120 }, (_, i) => {
    const [cos, sin] = [Math.cos((i * Math.PI) / 60), Math.sin((i * Math.PI) / 60)];
    const norm = (Math.abs(cos) ** power + Math.abs(sin) ** power) ** (1 / power);
    const along = (value: number) => (size / 2 + (radius * value) / norm).toFixed(1);
    return `${along(cos)} ${along(-sin)}`;
  });
  return `M${places.join('L')}Z`;
}
