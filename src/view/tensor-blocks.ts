import './tensor-blocks.css';
import { html, nothing, svg } from 'lit-html';

/** An axis of a tensor as it is drawn. */
export interface BlockAxis {
  /** Its own size; null where the tensor has no such axis, which counts as 1. */
  readonly size: number | null;
  /** The size that it is stretched to; its own where it is not. */
  readonly whole: number;
  /** It fits neither the other tensor's nor is it 1. */
  readonly isMisfit?: boolean;
}

export interface TensorBlock {
  readonly name: string;
  /** What stands before it: “−”, “=”. */
  readonly sign: string;
  /** One to three, the last of them across, the one before down, the first into the depth. */
  readonly axes: readonly BlockAxis[];
}

/** A cell's side; longer axes than `mostCells` are compressed, and show no cells. */
const side = 26;
const mostCells = 8;
/** How far a cell of depth goes to the right, and up. */
const [depthX, depthY] = [11, 11];
const margin = { left: 30, right: 8, depth: 58, top: 12, bottom: 30 } as const;

/** Longer for more, but 1,500 still fits beside 1. */
const lengthOf = (size: number) =>
  size <= mostCells ? size : mostCells + Math.log(size / mostCells) / 2;

/**
 * Tensors as blocks beside each other, on one scale. What is stretched is drawn once, and its copies,
 * which nobody makes, faded.
 */
export function tensorBlocks(blocks: readonly TensorBlock[]) {
  const boxes = blocks.map(({ axes }) =>
    boxOf(axes.map(({ whole, size }) => Math.max(whole, size ?? 1))),
  );
  const height = Math.max(...boxes.map((box) => box.down + box.up));
  return html`<div class="tensor-blocks" data-count=${blocks.length}>
    ${blocks.map((block, i) => {
      const { across, up, shift } = boxes[i];
      const right = shift > 0 ? margin.depth : margin.right;
      const [width, whole] = [
        margin.left + across + shift + right,
        margin.top + height + margin.bottom,
      ];
      return html`<span class="sign" aria-hidden="true">${block.sign}</span>
        <div class="block" style="--width: ${width}">
          <svg
            viewBox="${-margin.left} ${-margin.top} ${width} ${whole}"
            role="img"
            aria-label="${block.name}: ${block.axes.map(axisText).join(', ')}"
          >
            ${drawBlock(block.axes, up)}
          </svg>
          <p><code>${block.name}</code><br />${shapeText(block.axes)}</p>
        </div>`;
    })}
  </div>`;
}

/** The three lengths of a block, in cells: depth, down and across. */
function lengths(sizes: readonly number[]): readonly [number, number, number] {
  const [depth, down, across] = [...new Array<number>(3 - sizes.length).fill(1), ...sizes];
  return [lengthOf(depth), lengthOf(down), lengthOf(across)];
}

function boxOf(sizes: readonly number[]) {
  const [depth, down, across] = lengths(sizes);
  const isFlat = sizes.length < 3;
  return {
    across: across * side,
    down: down * side,
    shift: isFlat ? 0 : depth * depthX,
    up: isFlat ? 0 : depth * depthY,
  };
}

function drawBlock(axes: readonly BlockAxis[], up: number) {
  const own = axes.map(({ size }) => size ?? 1);
  const whole = axes.map(({ whole, size }) => Math.max(whole, size ?? 1));
  const isStretched = axes.some(({ whole, size }) => whole > (size ?? 1));
  return svg`<g transform="translate(0 ${up})">
    ${isStretched ? cuboid(whole, 'copies') : nothing}
    ${cuboid(own, axes.some(({ isMisfit }) => isMisfit) ? 'own bad' : 'own')}
    ${labels(axes, whole)}
  </g>`;
}

/** The upper left corner of its front is at the origin. */
function cuboid(sizes: readonly number[], kind: string) {
  const { across, down, shift, up } = boxOf(sizes);
  const faces = [
    `M0 0h${across}v${down}h${-across}z`,
    ...(shift > 0
      ? [
          `M0 0l${shift} ${-up}h${across}l${-shift} ${up}z`,
          `M${across} 0l${shift} ${-up}v${down}l${-shift} ${up}z`,
        ]
      : []),
  ];
  return svg`<g class=${kind}>
    ${faces.map((path, i) => svg`<path class="face ${['front', 'top', 'end'][i]}" d=${path} />`)}
    <path class="cells" d=${cellLines(sizes)} />
  </g>`;
}

/** Where one cell ends and the next begins, on the faces that are seen. */
function cellLines(sizes: readonly number[]): string {
  const { across, down, shift, up } = boxOf(sizes);
  const [depth, rows, columns] = [...new Array<number>(3 - sizes.length).fill(1), ...sizes];
  const between = (size: number) =>
    size <= mostCells ? Array.from({ length: size - 1 }, (_, i) => i + 1) : [];
  return [
    ...between(columns).map((at) => `M${at * side} ${down}v${-down}l${shift} ${-up}`),
    ...between(rows).map((at) => `M0 ${at * side}h${across}l${shift} ${-up}`),
    ...(shift > 0
      ? between(depth).map((at) => `M${at * depthX} ${-at * depthY}h${across}v${down}`)
      : []),
  ].join('');
}

function labels(axes: readonly BlockAxis[], whole: readonly number[]) {
  const { across, down, shift, up } = boxOf(whole);
  const first = axes.length - 1;
  const at = (fromLast: number) => axes[first - fromLast];
  const kind = (axis: BlockAxis) => (axis.isMisfit ? 'size bad' : 'size');
  const [last, before, deep] = [at(0), at(1), at(2)];
  return svg`
    <text class=${kind(last)} x=${across / 2} y=${down + 20} text-anchor="middle">${axisText(last, first)}</text>
    ${
      before
        ? svg`<text class=${kind(before)} transform="translate(-10 ${down / 2}) rotate(-90)" text-anchor="middle">${axisText(before, first - 1)}</text>`
        : nothing
    }
    ${
      deep
        ? svg`<text class=${kind(deep)} x=${across + shift / 2 + 8} y=${down - up / 2 + 8}>
            <tspan x=${across + shift / 2 + 8}>axis 0</tspan>
            <tspan x=${across + shift / 2 + 8} dy="1.2em">${sizeText(deep)}</tspan>
          </text>`
        : nothing
    }
  `;
}

const sizeText = ({ size, whole }: BlockAxis) => {
  const own = size === null ? 'none' : size.toLocaleString('en');
  return whole > (size ?? 1) ? `${own} → ${whole.toLocaleString('en')}` : own;
};
const axisText = (axis: BlockAxis, i: number) => `axis ${i}: ${sizeText(axis)}`;

const shapeText = (axes: readonly BlockAxis[]) => {
  const sizes = axes.flatMap(({ size }) => (size === null ? [] : [size]));
  return `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;
};
