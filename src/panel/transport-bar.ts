import { html, render } from 'lit-html';

export interface TransportState {
  readonly playing: boolean;
  /** Ticks a second. */
  readonly speed: number;
  /** What the scene says of itself: “step 3, 12 clusters”. */
  readonly status: string;
}

export interface TransportActions {
  playOrPause(): void;
  step(): void;
  reset(): void;
  setSpeed(speed: number): void;
}

const slowest = 0.25;
const fastest = 60;

/** Draws the bar; call it again whenever the state has changed. */
export function drawTransportBar(
  host: HTMLElement,
  { playing, speed, status }: TransportState,
  actions: TransportActions,
): void {
  const button = (label: string, icon: unknown, act: () => void, kind = '') => html`
    <button class="button ${kind}" type="button" title=${label} aria-label=${label} @click=${act}>
      ${icon}
    </button>
  `;
  render(
    html`
      <div class="buttons">
        ${button('Reset', icons.reset, actions.reset)}
        ${button(playing ? 'Pause' : 'Play', playing ? icons.pause : icons.play, actions.playOrPause, 'primary')}
        ${button('Step', icons.step, actions.step)}
      </div>
      <label class="speed">
        speed
        <input
          type="range"
          min="0"
          max="100"
          .value=${String(Math.round(toSlider(speed)))}
          aria-valuetext=${describe(speed)}
          @input=${(event: Event) =>
            actions.setSpeed(fromSlider((event.target as HTMLInputElement).valueAsNumber))}
        />
        <output>${describe(speed)}</output>
      </label>
      <p class="status" id="status">${status}</p>
    `,
    host,
  );
}

/** The slider is logarithmic: each step of it multiplies the speed. */
const toSlider = (speed: number) => (100 * Math.log(speed / slowest)) / Math.log(fastest / slowest);
const fromSlider = (at: number) => slowest * (fastest / slowest) ** (at / 100);

const describe = (speed: number) =>
  `${speed < 9.95 ? speed.toFixed(speed < 1 ? 2 : 1) : Math.round(speed)} steps/s`;

const icon = (path: string) =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const icons = {
  play: icon('M4 2.5v11l9-5.5z'),
  pause: icon('M4 2.5h3v11H4zM9 2.5h3v11H9z'),
  step: icon('M3 2.5v11l7-5.5zM11 2.5h2v11h-2z'),
  reset: icon('M8 3a5 5 0 1 0 4.9 6h-1.6A3.5 3.5 0 1 1 8 4.5V7l4-3.2L8 .6z'),
};
