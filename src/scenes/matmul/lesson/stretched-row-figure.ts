import { html, render } from 'lit-html';
import type { FigureContext } from '../../../view/lesson-page.ts';
import { tensorBlocks } from '../../../view/tensor-blocks.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import './lesson.css';

/** A row of A, stretched over B's columns, all products at once, and their sums. */
export function showStretchedRow(
  host: HTMLElement,
  { opening }: FigureContext<SceneWorld>,
): () => void {
  const { k, n } = opening.world.product;
  const whole = (...sizes: number[]) => sizes.map((size) => ({ size, whole: size }));
  render(
    html`<figure class="stretched-row">
      ${tensorBlocks([
        {
          name: 'a[i][:, None]',
          sign: '',
          axes: [
            { size: k, whole: k },
            { size: 1, whole: n },
          ],
        },
        { name: 'B', sign: '×', axes: whole(k, n) },
        { name: 'products', sign: '=', axes: whole(k, n) },
        { name: '.sum(0)', sign: '→', axes: whole(n) },
      ])}
      <p>
        The row’s ${k} numbers are there once, with a stride of 0 to the right; the faded copies are
        never made. The ${k} × ${n} products are.
      </p>
    </figure>`,
    host,
  );
  return () => render('', host);
}
