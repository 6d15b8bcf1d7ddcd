import { html, svg } from 'lit-html';

/** The lesson's readings: seconds, metres. */
const readings = [
  [1, 5],
  [2, 10],
  [3, 15],
] as const;
const [first, last] = [readings[0], readings[readings.length - 1]];
const metres = last[1] - first[1];
const seconds = last[0] - first[0];

const width = 264;
const road = 34;
const atMetre = (metre: number) => 16 + (metre / 16) * (width - 32);

/** A car on a road, seen three times, and its speed with its units. */
export function carPicture() {
  return html`${carRoad()}
    <p>
      From ${first[0]} s to ${last[0]} s the car goes ${metres} m:
      <span class="formula-text units">${metres} m / ${seconds} s = ${metres / seconds} m/s</span>. Units
      are divided as the numbers are, so a rate of change says what it is a rate of.
    </p>`;
}

/** The car on its road. */
export function carRoad() {
  const seen = readings.map(([s, m]) => `${m} m at ${s} s`).join(', ');
  return html`<svg class="car" viewBox="0 0 ${width} 54" role="img" aria-label="A car on a road: ${seen}.">
      <line x1="8" y1=${road} x2=${width - 8} y2=${road} />
      ${readings.map(
        ([s, m]) => svg`<g transform="translate(${atMetre(m)} ${road})">
          <path d="M-14,-4 v-5 h5 l4,-6 h8 l4,6 h7 v5 z" />
          <circle cx="-7" cy="-3" r="3" />
          <circle cx="8" cy="-3" r="3" />
          <text y="-24">${s} s</text>
          <text y="11">${m} m</text>
        </g>`,
      )}
    </svg>`;
}
