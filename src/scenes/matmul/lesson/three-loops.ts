import { html } from 'lit-html';
import { formula } from '../../../view/formula.ts';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { fromTheStart } from './from-the-start.ts';

export const threeLoops: LessonPage<SceneWorld> = {
  id: 'three-loops',
  title: 'Three loops',
  time: '10:52',
  body: () => html`
    <p>
      ${formula('C_{ij} = \\sum_k A_{ik}\\,B_{kj}')}: two loops choose the cell, the third walks along
      row <em>i</em> of A and down column <em>j</em> of B at once, multiplies what it meets and adds
      it up.
    </p>
    <p>
      In Python every turn of the innermost loop costs far more than its multiplication: 39,200 of
      them took the notebook 421 ms.
    </p>
  `,
  state: { values: fromTheStart, step: 0, playing: false, picked: null, byPhase: true },
  subject: 'transport',
  question: {
    text: 'Press “Next phase” until the first cell of C holds its whole sum.',
    watch: () => (now) => now.world.step >= now.world.product.k,
    answer: 'Three terms, four phases each. The code below marks the line that each phase runs.',
  },
};
