import { html, nothing, svg } from 'lit-html';
import { formatNumber } from '../../../base/format-number.ts';

export interface GrowthNames {
  readonly u: string;
  readonly v: string;
  readonly du: string;
  readonly dv: string;
  readonly product: string;
  readonly besides: string;
  readonly below: string;
  readonly corner: string;
}

export interface GrowthPicture {
  readonly names: GrowthNames;
  /** The sides before they grow; only their sizes are drawn. */
  readonly u: number;
  readonly v: number;
  /** How much both grow, as a part of what they are, up to 1. */
  readonly part: number;
  /** There is room for a growth by this part, and no more. */
  readonly mostPart?: number;
}

/** Where the rectangle begins; the names of its sides stand before that. */
const origin = 24;
/** The longer side before it grows. */
const longest = 104;
/** Narrower than this a name does not fit. */
const roomForName = 30;
/** The corner's share of the growth where dx is as long as x. */
const largestShare = 1 / 3;

/** A rectangle with its two strips and its corner, to scale; the corner's ink is its share. */
export function growthPicture({ names, u, v, part, mostPart = 1 }: GrowthPicture) {
  const size = origin + (1 + mostPart) * longest + 4;
  const scale = longest / Math.max(Math.abs(u), Math.abs(v));
  const width = Math.abs(u) * scale;
  const height = Math.abs(v) * scale;
  const right = origin + width;
  const bottom = origin + height;
  const stripWidth = width * part;
  const stripHeight = height * part;
  const share = part / (2 + part);
  const label = `A rectangle with the sides ${names.u} = ${formatNumber(u)} and ${names.v} = ${formatNumber(v)}. Both grow by ${formatNumber(part)} of their length: two strips, ${names.besides} and ${names.below}, and the corner ${names.corner}, which is ${formatNumber(share * 100)} % of the growth.`;
  const name = (text: string, x: number, y: number, room: number) =>
    room < roomForName ? nothing : svg`<text x=${x} y=${y}>${text}</text>`;
  return html`<svg class="growth" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>
    <rect class="base" x=${origin} y=${origin} width=${width} height=${height} />
    <rect class="besides" x=${right} y=${origin} width=${stripWidth} height=${height} />
    <rect class="below" x=${origin} y=${bottom} width=${width} height=${stripHeight} />
    <rect
      class="corner"
      x=${right}
      y=${bottom}
      width=${stripWidth}
      height=${stripHeight}
      fill-opacity=${(0.6 * share) / largestShare}
    />
    ${name(names.product, origin + width / 2, origin + height / 2, width)}
    ${name(names.besides, right + stripWidth / 2, origin + height / 2, stripWidth)}
    ${name(names.below, origin + width / 2, bottom + stripHeight / 2, stripHeight)}
    ${name(names.corner, right + stripWidth / 2, bottom + stripHeight / 2, Math.min(stripWidth, stripHeight))}
    <text x=${origin + width / 2} y=${origin / 2}>${names.u}</text>
    <text x=${Math.max(right + stripWidth / 2, right + 12)} y=${origin / 2}>${names.du}</text>
    <text x=${origin / 2} y=${origin + height / 2}>${names.v}</text>
    <text x=${origin / 2} y=${Math.max(bottom + stripHeight / 2, bottom + 8)}>${names.dv}</text>
  </svg>`;
}
