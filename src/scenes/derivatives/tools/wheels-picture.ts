import { html, nothing, svg } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';

export interface Wheel {
  readonly name: string;
  /** How far it is turned, in radians; NaN where there is nothing to show. */
  readonly angle: number;
}

const radius = 30;
const width = 264;
const middle = 56;
const degrees = 180 / Math.PI;

/** Three wheels that drive each other from left to right, and how fast each goes beside its driver. */
export function wheelsPicture(wheels: readonly Wheel[], rates: readonly number[]) {
  const gap = (width - 2 * (radius + 4)) / (wheels.length - 1);
  const centre = (place: number) => radius + 4 + place * gap;
  const turned = wheels.map(({ name, angle }) => `${name} = ${formatNumber(angle)}`).join(', ');
  const driven = rates
    .map(
      (rate, i) =>
        `${wheels[i + 1].name} turns ${formatNumber(rate)} times as fast as ${wheels[i].name}`,
    )
    .join(', ');
  return html`<svg
    class="wheels"
    viewBox="0 0 ${width} 112"
    role="img"
    aria-label="Wheels turned by ${turned} radians: ${driven}."
  >
    ${rates.map((rate, i) => {
      const from = centre(i) + radius + 4;
      const to = centre(i + 1) - radius - 4;
      return svg`<path class="drive" d="M${from},${middle} H${to} m-5,-4 l5,4 l-5,4" />
        <text x=${(from + to) / 2} y=${middle - radius - 14}>× ${formatNumber(rate)}</text>`;
    })}
    ${wheels.map(
      ({ name, angle }, i) => svg`<g class="wheel" transform="translate(${centre(i)} ${middle})">
        <circle class="teeth" r=${radius} />
        <circle class="disc" r=${radius - 3} />
        ${Number.isFinite(angle) ? hand(angle) : nothing}
        <text y=${radius + 14}>${name}</text>
      </g>`,
    )}
  </svg>`;
}

/** Angle 0 points to the right, and a growing one turns counter-clockwise, as in mathematics. */
const hand = (angle: number) => svg`<g transform="rotate(${-((angle * degrees) % 360)})">
    <line x2=${radius - 7} />
    <circle class="knob" cx=${radius - 9} r="4" />
  </g>`;
