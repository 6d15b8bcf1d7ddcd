import { html, render } from 'lit-html';
import { tensorBlocks } from '../../../view/tensor-blocks.ts';
import { presets } from '../sim/presets.ts';
import './lesson.css';

/** The page's own product, which the scene may be still on its way to. */
const { k, n } = presets.integers.shape;

/** A row of A, stretched over B's columns, all products at once, and their sums. */
export function showStretchedRow(host: HTMLElement): () => void {
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
        never made; the ${k} × ${n} products are.
      </p>
    </figure>`,
    host,
  );
  return () => render('', host);
}
