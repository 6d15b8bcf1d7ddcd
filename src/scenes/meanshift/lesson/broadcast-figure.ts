import { html, render } from 'lit-html';
import { broadcastShapes } from '../../../maths/broadcast-shapes.ts';
import type { FigureContext } from '../../../view/lesson-page.ts';
import { type TensorBlock, tensorBlocks } from '../../../view/tensor-blocks.ts';
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

/** Two tensors as blocks, and their difference; the Nones can be moved. */
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
        ${tensorBlocks(blocksOf(names, shapes, result))}
        <p class="verdict" role="status">${describe(names, shapes, result)}</p>
      </figure>`,
      host,
    );
  }

  draw();
  return () => render('', host);
}

type Result = ReturnType<typeof broadcastShapes>;

/** Both tensors, aligned at the last axis, and what comes of them where they fit. */
function blocksOf(names: string[], shapes: number[][], result: Result): TensorBlock[] {
  const rank = Math.max(...shapes.map(({ length }) => length));
  const signs = ['', '−'];
  const operands = shapes.map((shape, i): TensorBlock => {
    const aligned = [...new Array<null>(rank - shape.length).fill(null), ...shape];
    const axes = aligned.map((size, axis) => ({
      size,
      whole: 'shape' in result ? result.shape[axis] : (size ?? 1),
      isMisfit: 'misfit' in result && result.misfit === axis,
    }));
    return { name: names[i], sign: signs[i], axes };
  });
  if ('misfit' in result) return operands;
  const axes = result.shape.map((size) => ({ size, whole: size }));
  return [...operands, { name: 'difference', sign: '=', axes }];
}

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
