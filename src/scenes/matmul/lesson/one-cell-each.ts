import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const oneCellEach: LessonPage<SceneWorld> = {
  id: 'one-cell-each',
  title: 'One cell each',
  time: '18:34',
  body: () => html`
    <p>
      A GPU has thousands of lanes, so the lesson writes a <em>kernel</em>: a function that fills one
      cell, given its place in a grid. Nobody loops over i and j any more; the grid is launched, in
      <em>blocks</em> of 16×16, and every cell is on its way at once.
    </p>
    <p>
      Blocks are whole, matrices are not: where a block (blue) reaches over the edge, its invocations find
      that their cell is not there, and do nothing. That is the <em>bounds check</em>.
    </p>
  `,
  state: {
    values: { ...fromTheStart, method: 'gpu-naive', preset: 'random', m: 12, k: 12, n: 24 },
    step: 4,
    playing: false,
    picked: null,
    byPhase: true,
    phase: 0,
  },
  subject: 'parameter m',
  question: {
    text: 'C has 12 rows and needs two blocks. Make it so high that it needs four: turn m, or drag the lower edge of A.',
    watch: () => (now) => {
      const { m, n } = now.world.product;
      return Math.ceil(m / 16) * Math.ceil(n / 16) >= 4;
    },
    answer:
      'From 17 rows on there is a second row of blocks, of which 15 rows of invocations have nothing to do.',
  },
};
