import { html } from 'lit-html';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const letters: LessonPage<SceneWorld> = {
  id: 'letters',
  title: 'Letters for axes',
  time: '11:59',
  body: () => html`
    <p>
      Einstein’s notation gives each axis a letter: <code>ik,kj->ij</code>. A letter that comes twice
      says which axes go together and are multiplied; a letter that the result lacks is summed away.
      There is nothing else to say.
    </p>
    <p>
      Here all i meet all j for one k at a time: a column of A against a row of B fills a whole matrix
      of products, and C is the sum of these matrices.
    </p>
  `,
  state: {
    values: { ...fromTheStart, method: 'einsum' },
    step: 0,
    playing: false,
    picked: null,
    byPhase: true,
    phase: 0,
    speed: 4,
  },
  subject: 'code',
  question: {
    text: 'Press Play, and count the steps in which k is summed away.',
    watch: () => (now) => now.world.values.method === 'einsum' && now.world.atRest,
    answer:
      'Three, one for each k. Under “Tools” try others: ii is a trace, i,j->ij an outer product, bij,bjk->bik a batch of products.',
  },
};
