import { html, render } from 'lit-html';
import type { FigureContext } from '../../../view/lesson-page.ts';
import { wheelsPicture } from '../tools/wheels-picture.ts';
import '../tools/derivative-tools.css';
import './lesson.css';

const mostTimes = 4;
const turnMs = 4000;
const wholeTurn = 2 * Math.PI;

/** Three wheels whose rates can be chosen, and turned; answered by a turn at 2 and 3, in either order. */
export function showWheels(
  host: HTMLElement,
  { answered }: Pick<FigureContext, 'answered'>,
): () => void {
  /** How many times as fast as its driver the second and the third wheel go. */
  const rates: [number, number] = [2, 2];
  /** Of the first wheel, in turns. */
  let turned = 0;
  let frame = 0;

  function turnTo(turns: number): void {
    turned = turns;
    if (turned >= 1 && rates[0] * rates[1] === 6) answered();
    draw();
  }

  function turnOnce(): void {
    cancelAnimationFrame(frame);
    // Who wishes for less motion sees where it ends.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      turnTo(1);
      return;
    }
    let begun: number | null = null;
    frame = requestAnimationFrame(function move(now) {
      begun ??= now;
      const part = Math.min(1, (now - begun) / turnMs);
      turnTo(part);
      if (part < 1) frame = requestAnimationFrame(move);
    });
  }

  const rate = (i: 0 | 1, wheel: string, driver: string) => html`<label>
    ${wheel} by ${driver}
    <select
      aria-label="How many times as fast as ${driver} turns ${wheel}"
      @change=${(event: Event) => {
        cancelAnimationFrame(frame);
        rates[i] = (event.target as HTMLSelectElement).selectedIndex + 1;
        turnTo(0);
      }}
    >
      ${Array.from(
        { length: mostTimes },
        (_, at) => html`<option .selected=${at + 1 === rates[i]}>× ${at + 1}</option>`,
      )}
    </select>
  </label>`;

  function draw(): void {
    const [u, y] = [turned * rates[0], turned * rates[0] * rates[1]];
    const wheel = (name: string, turns: number) => ({ name, angle: turns * wholeTurn });
    render(
      html`<figure class="turned-wheels">
        ${wheelsPicture([wheel('x', turned), wheel('u', u), wheel('y', y)], rates)}
        <div class="controls">
          ${rate(0, 'u', 'x')} ${rate(1, 'y', 'u')}
          <label class="turn">
            turn x
            <input
              type="range"
              min="0"
              max="1"
              step="0.01"
              .value=${String(turned)}
              aria-valuetext="${turned.toFixed(2)} turns"
              @input=${(event: Event) => {
                cancelAnimationFrame(frame);
                turnTo((event.target as HTMLInputElement).valueAsNumber);
              }}
            />
          </label>
          <button class="button primary" type="button" @click=${turnOnce}>One turn of x</button>
        </div>
        <p>
          Turns: x <output>${turned.toFixed(2)}</output>, u <output>${u.toFixed(2)}</output>, y
          <output>${y.toFixed(2)}</output>
        </p>
      </figure>`,
      host,
    );
  }

  draw();
  return () => {
    cancelAnimationFrame(frame);
    render('', host);
  };
}
