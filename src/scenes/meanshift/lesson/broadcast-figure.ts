import { html, render, svg } from 'lit-html';
import { type BroadcastAxis, broadcastShapes } from '../../../maths/broadcast-shapes.ts';
import type { FigureContext } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';

/** Where a `None` may go in a tensor of two axes. */
const indexings = [
  { text: '', insertAt: null },
  { text: '[None]', insertAt: 0 },
  { text: '[:, None]', insertAt: 1 },
  { text: '[:, :, None]', insertAt: 2 },
] as const;

const tensors = [
  { name: 'X', shape: [1500, 2] },
  { name: 'x', shape: [5, 2] },
] as const;

/** The shape after a `None` was put in. */
function indexed(shape: readonly number[], insertAt: number | null): number[] {
  return insertAt === null ? [...shape] : shape.toSpliced(insertAt, 0, 1);
}

/** Two tensors’ shapes, axis by axis, and what their difference has; the Nones can be moved. */
export function showBroadcast(
  host: HTMLElement,
  { answered }: Pick<FigureContext<SceneWorld>, 'answered'>,
): () => void {
  // As in the video: X[None] - x[:, None].
  const chosen = [1, 2];

  function draw(): void {
    const shapes = tensors.map(({ shape }, i) => indexed(shape, indexings[chosen[i]].insertAt));
    const names = tensors.map(({ name }, i) => name + indexings[chosen[i]].text);
    const result = broadcastShapes(...shapes);
    if ('shape' in result && String(result.shape) === '1500,5,2') answered();
    render(
      html`<figure class="broadcast">
        <div class="choices">
          ${tensors.map(
            ({ name, shape }, i) => html`<label>
              <code>${name}</code> (${shape.join(', ')}) as
              <select
                aria-label="How ${name} is indexed"
                @change=${(event: Event) => {
                  chosen[i] = (event.target as HTMLSelectElement).selectedIndex;
                  draw();
                }}
              >
                ${indexings.map(
                  ({ text }, at) =>
                    html`<option .selected=${at === chosen[i]}>${name}${text}</option>`,
                )}
              </select>
            </label>`,
          )}
        </div>
        ${drawShapes(names, shapes, result)}
        <p class="verdict" role="status">${describe(names, shapes, result)}</p>
      </figure>`,
      host,
    );
  }

  draw();
  return () => render('', host);
}

type Result = ReturnType<typeof broadcastShapes>;

const columnWidth = 98;
const barWidth = 82;
const rowHeight = 70;
const barHeight = 14;

/** One row a tensor and one for the result; one column an axis, aligned at the last. */
function drawShapes(names: string[], shapes: number[][], result: Result) {
  const rank = Math.max(...shapes.map(({ length }) => length));
  const aligned: (readonly BroadcastAxis[])[] =
    'operands' in result
      ? [...result.operands]
      : shapes.map((shape) => [
          ...new Array(rank - shape.length).fill({ size: null, stretched: false }),
          ...shape.map((size) => ({ size, stretched: false })),
        ]);
  const misfit = 'misfit' in result ? result.misfit : null;
  const whole = 'shape' in result ? result.shape : null;
  const width = rank * columnWidth;
  return html`<svg viewBox="0 0 ${width} ${22 + rowHeight * 3}" aria-hidden="true">
    ${svg`
      ${Array.from({ length: rank }, (_, axis) => svg`<text class="head" x=${axis * columnWidth} y="12">axis ${axis}</text>`)}
      ${aligned.map((axes, row) => drawRow(names[row], 22 + row * rowHeight, axes, whole, misfit))}
      ${drawRow(
        `${names[0]} - ${names[1]}`,
        22 + 2 * rowHeight,
        whole ? whole.map((size) => ({ size, stretched: false })) : [],
        whole,
        null,
      )}
    `}
  </svg>`;
}

function drawRow(
  name: string,
  top: number,
  axes: readonly BroadcastAxis[],
  whole: readonly number[] | null,
  misfit: number | null,
) {
  return svg`
    <text class="name" x="0" y=${top + 12}>${name}</text>
    ${axes.length === 0 ? svg`<text class="size bad" x="0" y=${top + 30}>does not fit</text>` : ''}
    ${axes.map(({ size, stretched }, axis) => {
      const left = axis * columnWidth + 1;
      const bar = top + 18;
      const own = barLength(size ?? 1);
      const kind = axis === misfit ? 'bad' : '';
      const label =
        size === null
          ? `none → ${whole?.[axis] ?? 1}`
          : stretched
            ? `${size} → ${whole?.[axis]}`
            : size;
      return svg`
        ${stretched ? svg`<rect class="stretched" x=${left} y=${bar} width=${barLength(whole?.[axis] ?? 1)} height=${barHeight} rx="3" />` : ''}
        <rect class="own ${kind} ${size === null ? 'missing' : ''}" x=${left} y=${bar} width=${own} height=${barHeight} rx="3" />
        <text class="size ${kind}" x=${left} y=${bar + 29}>${label}</text>
        ${stretched ? svg`<text class="head" x=${left} y=${bar + 43}>stride 0</text>` : ''}
      `;
    })}
  `;
}

/** Longer for more, but 1,500 still fits beside 1. */
const barLength = (size: number) => 10 + ((barWidth - 10) * Math.log(size)) / Math.log(1500);

function describe(names: string[], shapes: number[][], result: Result): string {
  if ('misfit' in result) {
    const rank = Math.max(...shapes.map(({ length }) => length));
    const sizes = shapes.map((shape) => shape[result.misfit - rank + shape.length] ?? 1);
    return `Axis ${result.misfit} does not fit: ${sizes[0]} against ${sizes[1]}, and neither is 1.`;
  }
  const stretches = result.operands.flatMap((axes, i) =>
    axes.flatMap(({ stretched }, axis) =>
      stretched ? [`${names[i]} is stretched along axis ${axis} (stride 0)`] : [],
    ),
  );
  const how = stretches.length > 0 ? `: ${stretches.join(', ')}` : '';
  return `The difference has the shape (${result.shape.join(', ')})${how}.`;
}
