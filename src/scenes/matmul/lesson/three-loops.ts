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
  state: {
    values: fromTheStart,
    step: 0,
    playing: true,
    picked: null,
    byPhase: true,
    phase: 0,
    speed: 6,
  },
  subject: 'code',
  question: {
    guess: {
      text: 'How often does the innermost line run before the first cell of C is whole?',
      choices: ['once', '3 times', '9 times'],
      right: 1,
    },
    text: 'Watch the marked line until the first cell holds its whole sum.',
    watch: () => (now) => now.world.step >= now.world.product.k,
    answer: 'One turn a term, and there are three. All nine cells take 3 · 3 · 3 = 27.',
  },
};
