import { html, render } from 'lit-html';
import type { Phase } from '../scenes/scene.ts';
import type { History } from '../world/history.ts';
import type { Player } from '../world/player.ts';

export interface TransportState {
  readonly player: Player;
  /** It is about to play by itself; how soon, the host's property --passed says, from 0 to 1. */
  readonly isOpening: boolean;
  readonly history: History;
  readonly step: number;
  readonly phases: readonly Phase[];
  /** The phase that is shown, or null. */
  readonly phase: number | null;
  /** What the scene says of itself: “step 3, 12 clusters”. */
  readonly status: string;
}

const explanations: Readonly<Record<string, string>> = {
  Reset: 'Back to where it all began; the steps taken stay on the slider.',
  'Step back': 'One step back.',
  'Phase back': 'One phase of the step back.',
  Play: 'Takes step after step, until it comes to rest.',
  'Play (begins by itself)': 'Begins by itself soon; any press leaves it at rest.',
  Pause: 'Stands still after the step that is under way.',
  Step: 'Takes one step.',
  'Next phase': 'Shows the next phase of the step.',
};

const slowest = 0.25;
const fastest = 60;

/** Draws the bar; call it again whenever the state has changed. */
export function drawTransportBar(host: HTMLElement, state: TransportState): void {
  const { player, isOpening, history, step, phases, phase, status } = state;
  const { playing, speed, byPhase, replaying, computing } = player;
  const button = (label: string, keys: string, icon: unknown, act: () => void, kind = '') => html`
    <button
      class="button ${kind}"
      type="button"
      data-help="${explanations[label]} Key: ${keys}"
      aria-label=${label}
      aria-keyshortcuts=${keys}
      @click=${act}
    >
      ${icon}
    </button>
  `;
  const at = replaying?.step ?? step;
  render(
    html`
      <div class="buttons">
        ${button('Reset', 'R', icons.reset, () => player.goTo(0))}
        ${button(byPhase ? 'Phase back' : 'Step back', ',', icons.back, () => player.back())}
        ${
          playing
            ? button('Pause', 'Space', icons.pause, () => player.pause(), 'primary')
            : button(
                isOpening ? 'Play (begins by itself)' : 'Play',
                'Space',
                icons.play,
                () => player.play(),
                isOpening ? 'primary opening' : 'primary',
              )
        }
        ${button(byPhase ? 'Next phase' : 'Step', '.', icons.forward, () => player.forward())}
      </div>
      <label class="scrubber" data-help="Goes to any step that was taken; from there it goes on with the same result.">
        <span class="visually-hidden">Step</span>
        <input
          type="range"
          min="0"
          max=${Math.max(1, history.furthest)}
          .value=${String(at)}
          ?disabled=${history.furthest === 0}
          aria-valuetext="step ${at} of ${history.furthest}"
          @input=${(event: Event) => player.goTo((event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
      <label class="speed" data-help="How many steps, or phases, are taken in a second.">
        <span class="word">speed</span>
        <input
          type="range"
          min="0"
          max="100"
          aria-label="speed"
          .value=${String(Math.round(toSlider(speed)))}
          aria-valuetext=${describeSpeed(speed)}
          @input=${(event: Event) => {
            player.speed = fromSlider((event.target as HTMLInputElement).valueAsNumber);
          }}
        />
        <output>${describeSpeed(speed)}</output>
      </label>
      ${
        phases.length > 1
          ? html`<label
              class="by-phase"
              data-help="Shows each step in its parts, one by one: ${phases.map(({ name }) => name).join(', ')}."
            >
              <input
                type="checkbox"
                .checked=${byPhase}
                @change=${(event: Event) => {
                  player.byPhase = (event.target as HTMLInputElement).checked;
                }}
              />
              by phase
            </label>`
          : ''
      }
      <p class="status" id="status">${status}</p>
      ${computing ? drawComputing(player, computing) : ''}
      ${replaying && replaying.target - step > 3 ? drawReplay(player, replaying) : ''}
      ${byPhase ? drawPhases(phases, phase) : ''}
    `,
    host,
  );
}

function drawComputing(player: Player, { step, fraction }: { step: number; fraction: number }) {
  return html`<p class="replay">
    step ${step} under way: ${Math.floor(100 * fraction)} %
    <button class="button plain" type="button" @click=${() => player.cancel()}>stop</button>
  </p>`;
}

function drawReplay(player: Player, { step, target }: { step: number; target: number }) {
  return html`<p class="replay">
    replaying to step ${target}: at ${step}
    <button class="button plain" type="button" @click=${() => player.cancel()}>stop here</button>
  </p>`;
}

function drawPhases(phases: readonly Phase[], shown: number | null) {
  return html`<ol class="phases">
    ${phases.map(
      ({ name, help }, i) =>
        html`<li aria-current=${i === shown ? 'step' : 'false'} data-help=${help}>${name}</li>`,
    )}
  </ol>`;
}

/** The slider is logarithmic: each step of it multiplies the speed. */
const toSlider = (speed: number) => (100 * Math.log(speed / slowest)) / Math.log(fastest / slowest);
const fromSlider = (at: number) => slowest * (fastest / slowest) ** (at / 100);

const describeSpeed = (speed: number) =>
  `${speed < 9.95 ? speed.toFixed(speed < 1 ? 2 : 1) : Math.round(speed)}/s`;

const icon = (path: string) =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const icons = {
  play: icon('M4 2.5v11l9-5.5z'),
  pause: icon('M4 2.5h3v11H4zM9 2.5h3v11H9z'),
  forward: icon('M3 2.5v11l7-5.5zM11 2.5h2v11h-2z'),
  back: icon('M13 2.5v11L6 8zM5 2.5H3v11h2z'),
  reset: icon('M8 3a5 5 0 1 0 4.9 6h-1.6A3.5 3.5 0 1 1 8 4.5V7l4-3.2L8 .6z'),
};
